import { useState } from 'react'
import { AuditGroup, type AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSettled } from '../connection/use-settled.ts'
import { Button } from '../controls/Button.tsx'
import { SavedFilters } from '../filters/SavedFilters.tsx'
import { PeriodPicker } from '../reports/PeriodPicker.tsx'
import { faultOf, parsePeriod, writePeriod } from '../reports/periods.ts'
import { rewrite } from '../shell/hash-route.ts'
import { useSite } from '../shell/site.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditList } from './AuditList.tsx'
import { EventSheet } from './EventSheet.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'

/** Typing pauses this long before the server is asked. */
const typingMs = 250

/** Everything that was ever changed, and whether the list of it is whole. @param query the address after `?` */
export function Audit({ query }: { query: string }) {
  const t = useT()
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null) ?? site.window.min_date
  const parameters = new URLSearchParams(query)
  const choice = parsePeriod(query, today, 'week')
  const group = AuditGroup.options.find((name) => name === parameters.get('group'))
  const actor = parameters.get('actor') ?? undefined
  const subject = parameters.get('subject') ?? undefined
  const text = parameters.get('q') ?? ''
  const settled = useSettled(text, typingMs)
  const [opened, setOpened] = useState<AuditEvent>()
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    if (value === '') next.delete(name)
    else next.set(name, value)
    rewrite('audit', next.toString())
  }
  const filter = {
    ...choice.days,
    ...(group === undefined ? {} : { group }),
    ...(actor === undefined ? {} : { actor }),
    ...(subject === undefined ? {} : { subject }),
    ...(settled.trim() === '' ? {} : { q: settled.trim() }),
  }
  return (
    <>
      <div className="screen__head">
        <h1>{t('audit.title')}</h1>
      </div>
      <p className="lead">{t('audit.lead')}</p>
      <VerifyPanel />
      <SavedFilters screen="audit" query={query} today={today} />
      <PeriodPicker
        choice={choice}
        today={today}
        onChoice={(next) => rewrite('audit', writePeriod(parameters, next).toString())}
      />
      <AuditFilters group={group} actor={actor} text={text} onNarrow={narrow} />
      {subject !== undefined && (
        <p className="note">
          {t('audit.subject', { subject })}
          <Button onClick={() => narrow('subject', '')}>{t('audit.subjectOff')}</Button>
        </p>
      )}
      {faultOf(choice.days) === undefined && (
        <AuditList key={JSON.stringify(filter)} filter={filter} onOpen={setOpened} />
      )}
      {opened !== undefined && (
        <EventSheet
          event={opened}
          onAbout={() => {
            setOpened(undefined)
            narrow('subject', opened.subject)
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
