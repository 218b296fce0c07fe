import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import { useNotices } from './use-notices.ts'

/** The way to what happened, with how much of it is unread. */
export function NoticeButton() {
  const t = useT()
  const notices = useNotices()
  const [isOpen, setIsOpen] = useState(false)
  const { resource } = notices
  const unread = 'value' in resource ? resource.value.unread : 0
  return (
    <>
      <button
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
