import { ClockState, StoreTrouble } from '../../src-shared/api/fields.ts'
import { bookingStates } from '../../src-shared/booking/booking-states.ts'
import { isOpen } from '../booking/open-times.ts'
import type { Bus } from '../bus/bus.ts'
import type { ClockGuard } from '../clock/clock-guard.ts'
import type { ClockService } from '../clock/clock-service.ts'
import { dateAt, dayBounds, plusDays } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import { reasonOf, type Metrics, type Store } from '../store/store.ts'
import { lotFigures } from './lot-figures.ts'
import { counter, gauge, labelled, toPrometheusText, type Metric } from './prometheus.ts'
import type { TickLateness } from './tick-lateness.ts'
import { upkeepMetrics, type UpkeepParts } from './upkeep-metrics.ts'

interface MetricsParts extends UpkeepParts {
  readonly store: Store
  readonly clock: ClockGuard
  readonly keeper: ClockService
  readonly site: SiteService
  readonly lateness: TickLateness
  readonly bus: Bus
  readonly kiosksConnected: () => number
  readonly isConnected: (deviceId: string) => boolean
}

/** What the server is doing, for Prometheus: numbers about things, none about a person. Without a site, less of it. */
export async function metricsPage(parts: MetricsParts): Promise<string> {
  const { lateness, kiosksConnected } = parts
  const { ticks, totalMs, latestMs, worstMs } = lateness.figures
  return toPrometheusText([
    ...clockMetrics(parts),
    storeMetric(parts),
    ...busMetrics(parts),
    gauge('kiosks_connected', 'Kiosks that hold a socket.', kiosksConnected()),
    counter('ticks_total', 'Seconds that were sent out.', ticks),
    counter('tick_lateness_seconds_total', 'How late those seconds were sent, all together.', totalMs / 1000),
    gauge(
      'tick_lateness_seconds',
      'How late the last second was sent: what holds up the server shows here.',
      latestMs / 1000,
    ),
    gauge('tick_lateness_worst_seconds', 'The latest that a second was sent since the start.', worstMs / 1000),
    ...(await upkeepMetrics(parts)),
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

/** None where the server is alone. */
function busMetrics({ bus: { condition, figures } }: MetricsParts): readonly Metric[] {
  if (condition === 'alone') return []
  return [
    gauge('bus_connected', 'Whether this server hears the others of its site.', condition === 'connected' ? 1 : 0),
    counter('bus_events_told_total', 'What this server has told the others.', figures.told),
    counter('bus_events_heard_total', 'What this server has heard of the others.', figures.heard),
    counter('bus_gaps_total', 'How often something may have been missed, and was read from the store.', figures.gaps),
  ]
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

async function siteMetrics({ store, clock, site: sites, isConnected }: MetricsParts): Promise<readonly Metric[]> {
  const site = await sites.row()
  if (site === undefined) return []
  const now = clock.now()
  const today = dateAt(now, site.timezone)
  const day = dayBounds(today, site.timezone)
  const { counts, lines, devices, rules, closures } = await store.read(async (queries) => ({
    counts: await queries.metrics(now, day.from, day.to),
    lines: await queries.lastEventSeq(),
    devices: await queries.devices(),
    rules: await queries.openingRules(),
    closures: await queries.closures(plusDays(today, -1), today),
  }))
  const times = { rules, closures, timezone: site.timezone }
  const kinds = ['parking', 'wash'] as const
  const open = kinds.map((kind) => [kind, isOpen(kind, now, times) ? 1 : 0] as const)
  const byState = new Map(
    await store.snapshot(async (queries) =>
      (await queries.bookingStates(day.from, day.to)).map(({ state, count }) => [state, count] as const),
    ),
  )
  const bookings = bookingStates.map((state) => [state, byState.get(state) ?? 0] as const)
  return [
    ...lotMetrics(counts),
    labelled('open', 'Whether it is within opening hours.', 'what', open),
    gauge('kiosks_paired', 'Kiosks that were paired, and not unpaired since.', devices.length),
    gauge('kiosks_silent', 'Of these, those that hold no socket.', devices.filter(({ id }) => !isConnected(id)).length),
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
