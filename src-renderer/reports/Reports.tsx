import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SavedFilters } from '../filters/SavedFilters.tsx'
import { rewrite } from '../shell/hash-route.ts'
import { useSite } from '../shell/site.tsx'
import { BooksPanel } from './BooksPanel.tsx'
import { ExceptionsPart } from './ExceptionsPart.tsx'
import { CsvShapeChoice, PdfButton } from './Exports.tsx'
import { OccupancyPart } from './OccupancyPart.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import { daysBefore, faultOf, parsePeriod, writePeriod, type Days } from './periods.ts'
import { TakingsPart } from './TakingsPart.tsx'
import { Tiles } from './Tiles.tsx'
import { WashPart } from './WashPart.tsx'
import { WeeklyPart } from './WeeklyPart.tsx'

/** The business in figures. Which days are looked at stands in the address. @param query its part after `?` */
export function Reports({ query }: { query: string }) {
  const t = useT()
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null) ?? site.window.min_date
  const choice = parsePeriod(query, today, 'today')
  const { days } = choice
  const isFine = faultOf(days) === undefined
  return (
    <>
      <div className="screen__head">
        <div>
          <h1>{t('report.nav')}</h1>
          <p className="report__days">
            {days.from === days.to
              ? formatCalendarDate(days.from, t.language)
              : t('report.days', {
                  from: formatCalendarDate(days.from, t.language),
                  to: formatCalendarDate(days.to, t.language),
                })}
          </p>
        </div>
        <div className="screen__tools">
          <CsvShapeChoice />
          {isFine && <PdfButton days={days} />}
        </div>
      </div>
      <SavedFilters screen="reports" query={query} today={today} />
      <PeriodPicker
        choice={choice}
        today={today}
        onChoice={(next) => rewrite('reports', writePeriod(new URLSearchParams(query), next).toString())}
      />
      {isFine && <ReportOf days={days} />}
      <WeeklyPart />
    </>
  )
}

function useReport(days: Days) {
  return useResource({
    key: `report ${days.from} ${days.to}`,
    load: () => api.call('GET /api/v1/reports', { query: { from: days.from, to: days.to } }),
    refreshOn: ({ type }) => type === 'payment_recorded' || type === 'payment_changed' || type === 'shift_changed',
  })
}

function ReportOf({ days }: { days: Days }) {
  const { resource, refresh } = useReport(days)
  const earlier = useReport(daysBefore(days)).resource
  const before = earlier.is === 'ready' && !earlier.waiting ? earlier.value : undefined
  return (
    <>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(report) => report.server_time}>
        {(report) => (
          <div className="report">
            {!report.reconciliation.agrees && <BooksPanel report={report} />}
            <Tiles report={report} before={before} />
            <TakingsPart report={report} before={before} />
            {report.reconciliation.agrees && <BooksPanel report={report} />}
            <OccupancyPart report={report} before={before} />
            <WashPart report={report} before={before} />
          </div>
        )}
      </ResourceView>
      <ExceptionsPart days={days} />
    </>
  )
}
