import { toast } from 'react-toastify/unstyled'
import { noticeRule } from '../../src-shared/protocol/notice-rules.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { desktop } from '../bridge.ts'
import { useNotifications } from '../connection/live.ts'
import { noticeHref, noticeWords } from './notice-words.ts'

/** These have words of their own elsewhere, on the screen that they are about. */
const toldElsewhere: ReadonlySet<Notification['type']> = new Set([
  'booking_changed',
  'kiosk_changed',
  'clock_changed',
  'help_called',
])

/** Tells of what needs somebody: by a toast here, and by the desktop where this window is not being looked at. */
export function useNoticeNews() {
  const t = useT()
  useNotifications((notification) => {
    const { keep, needsAttention } = noticeRule(notification)
    if (!keep) return
    const words = noticeWords(notification, t)
    if (needsAttention && !document.hasFocus()) void desktop?.notify(t('notices.attention'), words)
    if (toldElsewhere.has(notification.type)) return
    const show = needsAttention ? toast.warning : toast.info
    show(<NoticeText words={words} href={noticeHref(notification)} />, {
      toastId: `notice-${notification.notice ?? notification.seq}`,
    })
  })
}

function NoticeText({ words, href }: { words: string; href: string | undefined }) {
  const t = useT()
  return (
    <p className="news">
      <span>{words}</span> {href !== undefined && <a href={href}>{t('notices.show')}</a>}
    </p>
  )
}
