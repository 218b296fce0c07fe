import type { MetricsSummary } from '../../src-shared/api/site-schemas.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { hrefOf } from '../shell/hash-route.ts'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { Metric } from './Metric.tsx'
import { Stalls } from './Stalls.tsx'

/** The figures of the day, each leading to the list behind it where there is one. */
export function Metrics({ metrics }: { metrics: MetricsSummary }) {
  const t = useT()
  const { bays, wash_bays: washBays } = metrics
  return (
    <div className="metrics">
      <div className="metrics__row">
        <Metric
          look="wide"
          name={t('console.today.bays')}
          figure={bays.free}
          detail={bays.total === 0 ? t('console.today.noBays') : t('console.today.baysDetail', { ...bays })}
        >
          <Stalls {...bays} />
        </Metric>
        <Metric
          look="money"
          name={t('console.today.takings')}
          figure={formatMoney(metrics.takings_today, t.language)}
          detail={t('console.today.takingsDetail')}
        />
      </div>
      <div className="metrics__row">
        <Metric
          name={t('console.today.wash')}
          figure={metrics.wash_bookings_today}
          detail={t('console.today.washDetail', { ...washBays })}
          href={hrefOf('bookings')}
        />
        <Metric
          name={t('console.today.held')}
          figure={metrics.held}
          detail={t('console.today.heldDetail')}
          none={t('console.today.heldNone')}
          href={bookingsIn('held')}
        />
        <Metric
          name={t('console.today.awaiting')}
          figure={metrics.awaiting_payment}
          detail={t('console.today.awaitingDetail')}
          none={t('console.today.awaitingNone')}
          href={bookingsIn('awaiting_payment')}
        />
        <Metric
          name={t('console.today.kiosks')}
          figure={metrics.kiosks_connected}
          detail={t('console.today.kiosksSome')}
          none={t('console.today.kiosksNone')}
          href={hrefOf('kiosks')}
        />
      </div>
    </div>
  )
}

function bookingsIn(state: BookingState): string {
  return hrefOf('bookings', filterToQuery({ ...noFilter, state }))
}
