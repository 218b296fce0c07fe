import { ClockState, StoreTrouble } from '../../src-shared/api/fields.ts'
import { bookingStates } from '../../src-shared/booking/booking-states.ts'
import type { ClockGuard } from '../clock/clock-guard.ts'
import type { ClockService } from '../clock/clock-service.ts'
import { dateAt, dayBounds } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import { reasonOf, type Metrics, type Store } from '../store/store.ts'
import { lotFigures } from './lot-figures.ts'
import { toPrometheusText, type Metric } from './prometheus.ts'
import type { TickLateness } from './tick-lateness.ts'

interface MetricsParts {
  readonly store: Store
  readonly clock: ClockGuard
  readonly keeper: ClockService
  readonly site: SiteService
  readonly lateness: TickLateness
  readonly kiosksConnected: () => number
}

const gauge = (name: string, help: string, value: number | null): Metric => ({
  name: `kerbside_${name}`,
  help,
  type: 'gauge',
  samples: value === null ? [] : [{ value }],
})

const counter = (name: string, help: string, value: number): Metric => ({
  ...gauge(name, help, value),
  type: 'counter',
})

/** Each of a set of names with a number; of states, the one that holds is 1 and the others 0. */
const labelled = (
  name: string,
  help: string,
  label: string,
  values: readonly (readonly [string, number])[],
): Metric => ({
  name: `kerbside_${name}`,
  help,
  type: 'gauge',
  samples: values.map(([key, value]) => ({ labels: { [label]: key }, value })),
})

/** What the server is doing, for Prometheus: numbers about things, none about a person. Without a site, less of it. */
export async function metricsPage(parts: MetricsParts): Promise<string> {
  const { lateness, kiosksConnected } = parts
  const { ticks, totalMs, latestMs, worstMs } = lateness.figures
  return toPrometheusText([
    ...clockMetrics(parts),
    storeMetric(parts),
    gauge('kiosks_connected', 'Kiosks that hold a socket.', kiosksConnected()),
    counter('ticks_total', 'Seconds that were sent out.', ticks),
    counter('tick_lateness_seconds_total', 'How late those seconds were sent, all together.', totalMs / 1000),
    gauge(
      'tick_lateness_seconds',
      'How late the last second was sent: what holds up the server shows here.',
      latestMs / 1000,
    ),
    gauge('tick_lateness_worst_seconds', 'The latest that a second was sent since the start.', worstMs / 1000),
    ...(await siteMetrics(parts)),
  ])
}

function storeMetric({ store }: MetricsParts): Metric {
  const state = reasonOf(store.condition) ?? 'writable'
  const states = ['writable', ...StoreTrouble.options].map((name) => [name, name === state ? 1 : 0] as const)
  return labelled(
    'store_state',
    'Whether the store takes writes, or why not; the one that holds is 1.',
    'state',
    states,
  )
}

function clockMetrics({ clock, keeper }: MetricsParts): readonly Metric[] {
  const { wallAheadMs, agreement } = keeper.status()
  const states = ClockState.options.map((state) => [state, state === clock.state ? 1 : 0] as const)
  return [
    labelled('clock_state', 'The state of business time; the one that holds is 1.', 'state', states),
    gauge('clock_epoch', 'How often business time was set anew.', clock.epoch),
    gauge('clock_wall_ahead_seconds', 'What the computer’s clock is ahead of business time.', wallAheadMs / 1000),
    gauge(
      'clock_uncertainty_seconds',
      'Half the width of what the time sources agree on; absent while they do not.',
      agreement === null || agreement === undefined ? null : (agreement.hi - agreement.lo) / 2000,
    ),
    gauge('clock_sources_agreeing', 'Time sources that agree.', agreement?.count ?? 0),
  ]
}

async function siteMetrics({ store, clock, site: sites }: MetricsParts): Promise<readonly Metric[]> {
  const site = await sites.row()
  if (site === undefined) return []
  const now = clock.now()
  const day = dayBounds(dateAt(now, site.timezone), site.timezone)
  const { counts, lines } = await store.read(async (queries) => ({
    counts: await queries.metrics(now, day.from, day.to),
    lines: await queries.lastEventSeq(),
  }))
  const byState = new Map(
    await store.snapshot(async (queries) =>
      (await queries.bookingStates(day.from, day.to)).map(({ state, count }) => [state, count] as const),
    ),
  )
  const bookings = bookingStates.map((state) => [state, byState.get(state) ?? 0] as const)
  return [
    ...lotMetrics(counts),
    labelled('bookings_today', 'Bookings that begin on the site’s day, by state.', 'state', bookings),
    counter('audit_lines_total', 'Lines of the audit trail.', lines),
  ]
}

function lotMetrics(counts: Metrics): readonly Metric[] {
  const lot = lotFigures(counts)
  return [
    labelled('bays', 'Bays by what is on them.', 'state', [
      ['taken', lot.occupied],
      ['blocked', lot.blocked],
      ['free', lot.free],
    ]),
    labelled('wash_bays', 'Wash bays by what is on them.', 'state', [
      ['busy', counts.washBaysBusy],
      ['free', counts.washBaysTotal - counts.washBaysBusy],
    ]),
  ]
}
