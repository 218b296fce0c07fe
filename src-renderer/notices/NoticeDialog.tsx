import { useState } from 'react'
import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import type { Resource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { wordsOf } from '../connection/failure.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { noticeHref, noticeWords } from './notice-words.ts'

interface NoticeDialogProps {
  readonly resource: Resource<{ notices: Notice[]; unread: number }>
  readonly refresh: () => Promise<void>
  readonly onClose: () => void
}

/** What happened, newest first; what one has seen is marked by the person, not by the eye. */
export function NoticeDialog({ resource, refresh, onClose }: NoticeDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const newest = 'value' in resource ? resource.value.notices[0]?.seq : undefined
  const unread = 'value' in resource ? resource.value.unread : 0
  const markRead = (body: { seqs: number[] } | { up_to: number }) =>
    run(async () => {
      await api.call('POST /api/v1/notices/read', { body })
      await refresh()
    })
  const markAll = (
    <Button
      busy={task.is === 'busy'}
      aria-disabled={unread === 0}
      onClick={() => newest !== undefined && void markRead({ up_to: newest })}
    >
      {t('notices.readAll')}
    </Button>
  )
  return (
    <Dialog title={t('notices.title')} onClose={onClose} actions={markAll} size="wide">
      {task.is === 'failed' && <p role="alert">{wordsOf(task.failure, t)}</p>}
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ notices }) => (
          <NoticeList newest={notices} onShown={(seq) => (onClose(), void markRead({ seqs: [seq] }))} />
        )}
      </ResourceView>
    </Dialog>
  )
}

function NoticeList({ newest, onShown }: { newest: readonly Notice[]; onShown: (seq: number) => void }) {
  const t = useT()
  const { older, hasMore, busy, more } = useOlder(newest)
  if (newest.length === 0) return <EmptyState title={t('notices.empty.title')} hint={t('notices.empty.hint')} />
  return (
    <>
      <ul className="notices" aria-label={t('notices.list')}>
        {[...newest, ...older].map((notice) => (
          <NoticeItem key={notice.seq} notice={notice} onShown={onShown} />
        ))}
      </ul>
      {hasMore && (
        <Button busy={busy} onClick={more}>
          {t('notices.older')}
        </Button>
      )}
    </>
  )
}

function NoticeItem({ notice, onShown }: { notice: Notice; onShown: (seq: number) => void }) {
  const t = useT()
  const { notification, read, needs_attention: needsAttention, seq } = notice
  const href = noticeHref(notification)
  return (
    <li className="notices__item" data-read={read}>
      <span className="notices__marks">
        {!read && <strong className="notices__new">{t('notices.unread')}</strong>}
        {needsAttention && <strong className="notices__attention">{t('notices.attention')}</strong>}
        <SiteTime at={notification.at} />
      </span>
      <span className="notices__words">{noticeWords(notification, t)}</span>
      {href !== undefined && (
        <a href={href} onClick={() => onShown(seq)}>
          {t('notices.show')}
        </a>
      )}
    </li>
  )
}

/** A page of the server holds a hundred; a full one may have more behind it. */
const PAGE = 100

/** Older notices, a page at a time, below those that are kept current. */
function useOlder(newest: readonly Notice[]) {
  const [older, setOlder] = useState<readonly Notice[]>([])
  const [isEnd, setIsEnd] = useState(newest.length < PAGE)
  const { task, run } = useTask()
  const last = older.at(-1) ?? newest.at(-1)
  const more = () =>
    void run(async () => {
      if (last === undefined) return
      const { notices } = await api.call('GET /api/v1/notices', { query: { before: String(last.seq) } })
      setOlder((known) => [...known, ...notices])
      setIsEnd(notices.length < PAGE)
    })
  return { older, hasMore: !isEnd, busy: task.is === 'busy', more }
}
