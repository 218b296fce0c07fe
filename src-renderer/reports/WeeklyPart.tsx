import type { WeeklyList, WeeklySummary } from '../../src-shared/api/weekly-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { EmptyState } from '../controls/EmptyState.tsx'
import { LanguageSelect } from '../controls/LanguageSelect.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'
import { moneyIn } from './figures.ts'
import { Part } from './Part.tsx'
import { AnyWeek, usePdfLanguage, WeekButton } from './WeekPdf.tsx'
import { WeeklySettingsForm } from './WeeklySettingsForm.tsx'

/** The summaries of whole weeks: kept by themselves, to be had as PDF in each language, and of any other week as well. */
export function WeeklyPart() {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'weekly summaries',
    load: () => api.call('GET /api/v1/reports/weekly'),
  })
  return (
    <Part id="weekly" title={t('weekly.heading')}>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(list) => list.server_time}>
        {(list) => <Weeks list={list} onChanged={() => void refresh()} />}
      </ResourceView>
    </Part>
  )
}

function Weeks({ list, onChanged }: { list: WeeklyList; onChanged: () => void }) {
  const t = useT()
  const at = useSiteTime()(list.next_at)
  const [language, setLanguage] = usePdfLanguage()
  return (
    <>
      {list.summaries.length > 0 && <p>{t('weekly.lead', { at })}</p>}
      {list.problem !== null && <p className="note note--warning">{t('weekly.problem', { problem: list.problem })}</p>}
      <div className="filters">
        <LanguageSelect label={t('weekly.language')} value={language} onValue={setLanguage} />
        <AnyWeek language={language} />
      </div>
      {list.summaries.length === 0 ? (
        <EmptyState title={t('weekly.none')} hint={t('weekly.noneHint', { at })} />
      ) : (
        <WeekTable summaries={list.summaries} language={language} />
      )}
      <h3>{t('weekly.settings')}</h3>
      <WeeklySettingsForm settings={list.settings} nextAt={at} onChanged={onChanged} />
    </>
  )
}

const columns = ['weekly.column.week', 'report.column.takings', 'weekly.column.books', 'weekly.column.made'] as const

type Language = ReturnType<typeof usePdfLanguage>[0]

function WeekTable({ summaries, language }: { summaries: readonly WeeklySummary[]; language: Language }) {
  const t = useT()
  return (
    <div className="table-frame weekly" role="region" aria-label={t('weekly.heading')} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{t('weekly.heading')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'report.column.takings' ? 'table__price' : undefined}>
                {t(column)}
              </th>
            ))}
            <th scope="col">{t('weekly.column.file')}</th>
          </tr>
        </thead>
        <tbody>
          {summaries.map((one) => (
            <WeekRow key={one.from} one={one} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WeekRow({ one, language }: { one: WeeklySummary; language: Language }) {
  const t = useT()
  const written = useSiteTime()
  const day = (date: string) => `${formatCalendarDate(date, t.language)} ${date.slice(0, 4)}`
  const days = { from: day(one.from), to: day(one.to) }
  return (
    <tr>
      <th scope="row">{t('report.days', days)}</th>
      <td data-numeric className="tabular">
        {moneyIn(one.takings.currency, t)(one.takings.amount_minor)}
      </td>
      <td>
        <span aria-hidden="true">{one.agrees ? '✓ ' : '✕ '}</span>
        {t(one.agrees ? 'weekly.agree' : 'weekly.disagree')}
      </td>
      <td className="tabular">
        <SiteTime at={one.made_at} />
      </td>
      <td>
        <WeekButton date={one.from} language={language} label={t('weekly.downloadOf', days)} />
        {one.written_at !== null && (
          <p className="field__hint">{t('weekly.written', { at: written(one.written_at) })}</p>
        )}
      </td>
    </tr>
  )
}
