import type { ReactNode } from 'react'
import type { AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import { formatCalendarDate, formatClock } from '../../src-shared/format/site-time.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { calendarDateOf } from '../controls/SiteTime.tsx'
import { useSite } from '../shell/site.tsx'
import { actorWords, kindWords, memberName, memberWords } from './event-words.ts'

interface EventSheetProps {
  readonly event: AuditEvent
  /** Everything about its subject is asked for. */
  readonly onAbout: () => void
  readonly onClose: () => void
}

/** One line of the trail with all that was written down. */
export function EventSheet({ event, onAbout, onClose }: EventSheetProps) {
  const t = useT()
  const { currency, timezone } = useSite()
  const at = (ms: number) =>
    `${formatCalendarDate(calendarDateOf(ms, timezone), t.language)}, ${formatClock(ms, timezone, t.language)}`
  const members = Object.entries(event.data)
  return (
    <Dialog
      title={t('audit.sheet', { seq: event.seq })}
      onClose={onClose}
      actions={<Button onClick={onAbout}>{t('audit.sheet.about')}</Button>}
    >
      <dl className="facts audit-sheet">
        <Fact name={t('audit.column.kind')}>
          {kindWords(event.kind, t)} <code>{event.kind}</code>
        </Fact>
        <Fact name={t('audit.column.at')}>{at(parseInstant(event.at) ?? 0)}</Fact>
        <Fact name={t('audit.column.who')}>{actorWords(event, t)}</Fact>
        <Fact name={t('audit.column.subject')}>
          <code>{event.subject}</code>
        </Fact>
      </dl>
      <h3>{t('audit.sheet.data')}</h3>
      {event.personal_erased && <p className="field__hint">{t('audit.sheet.erased')}</p>}
      {members.length === 0 ? (
        <p className="field__hint">{t('audit.sheet.noData')}</p>
      ) : (
        <dl className="facts audit-sheet">
          {members.map(([name, value]) => (
            <Fact key={name} name={memberName(name)}>
              {memberWords(name, value, { data: event.data, currency, t, at })}
            </Fact>
          ))}
        </dl>
      )}
    </Dialog>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
