import { useState } from 'react'
import type { AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { useSite } from '../shell/site.tsx'
import { actorWords, kindWords, shortWords } from './event-words.ts'

interface AuditListProps {
  /** As the server takes it, without the page. */
  readonly filter: { readonly from: string; readonly to: string }
  readonly onOpen: (event: AuditEvent) => void
}

interface Older {
  readonly events: readonly AuditEvent[]
  readonly next: number | null
}

/** The newest lines, kept current, and older ones below them as far as they were asked for. */
export function AuditList({ filter, onOpen }: AuditListProps) {
  const t = useT()
  const { resource, refresh } = useResource({
    key: `audit ${JSON.stringify(filter)}`,
    load: () => api.call('GET /api/v1/audit/events', { query: filter }),
  })
  const [older, setOlder] = useState<Older>()
  const { task, run } = useTask()
  const readOlder = (before: number) =>
    run(async () => {
      const page = await api.call('GET /api/v1/audit/events', { query: { ...filter, before: String(before) } })
      setOlder({ events: [...(older?.events ?? []), ...page.events], next: page.next_before })
    })
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(page) => page.server_time}>
      {(page) => {
        const first = older?.events[0]?.seq ?? -1
        // New lines push the first page on; what lies between it and the older ones is never left out.
        const events =
          older === undefined ? page.events : [...page.events.filter(({ seq }) => seq > first), ...older.events]
        const next = older === undefined ? page.next_before : older.next
        if (events.length === 0) return <EmptyState title={t('audit.none')} hint={t('audit.noneHint')} />
        return (
          <div className="audit-list">
            <p className="list-count" role="status">
              {t('audit.count', { count: events.length })}
            </p>
            <EventTable events={events} onOpen={onOpen} />
            {next !== null && (
              <Button busy={task.is === 'busy'} onClick={() => void readOlder(next)}>
                {t('audit.more')}
              </Button>
            )}
            {task.is === 'failed' && <FailureNote failure={task.failure} />}
          </div>
        )
      }}
    </ResourceView>
  )
}

const columns = ['seq', 'at', 'kind', 'who', 'details'] as const

function EventTable({ events, onOpen }: { events: readonly AuditEvent[]; onOpen: (event: AuditEvent) => void }) {
  const t = useT()
  const { currency } = useSite()
  return (
    <div className="table-frame" role="region" aria-label={t('audit.caption')} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{t('audit.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq} className="row">
              <th scope="row" className="tabular">
                <button
                  data-command="audit.open"
                  type="button"
                  className="audit-line"
                  aria-haspopup="dialog"
                  aria-label={t('audit.open', { seq: event.seq })}
                  onClick={() => onOpen(event)}
                >
                  {event.seq}
                </button>
              </th>
              <td className="tabular">
                <SiteTime at={event.at} />
              </td>
              <td>{kindWords(event.kind, t)}</td>
              <td>{actorWords(event, t)}</td>
              <td className="audit-line__details">{shortWords(event, currency, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
