import { useState } from 'react'
import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTellAttention } from '../attention/attention-store.ts'
import { NoticeDialog } from './NoticeDialog.tsx'
import { useNotices } from './use-notices.ts'

/** The way to what happened, with how much of it is unread. */
export function NoticeButton() {
  const t = useT()
  const notices = useNotices()
  const [isOpen, setIsOpen] = useState(false)
  const { resource } = notices
  const unread = 'value' in resource ? resource.value.unread : 0
  // A call for help is told of by the call itself, for as long as it is open.
  const isWaiting = ({ read, needs_attention: needs, notification }: Notice) =>
    needs && !read && notification.type !== 'help_called'
  const waiting = 'value' in resource ? resource.value.notices.filter(isWaiting).map(({ seq }) => String(seq)) : null
  useTellAttention('notices', waiting)
  return (
    <>
      <button
        data-command="shell.notices"
        type="button"
        className="button button--quiet notice-button"
        aria-label={t('notices.open', { unread })}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {t('notices.short')}
        {unread > 0 && (
          <span className="notice-button__count" aria-hidden="true">
            {unread}
          </span>
        )}
      </button>
      {isOpen && <NoticeDialog {...notices} onClose={() => setIsOpen(false)} />}
    </>
  )
}
