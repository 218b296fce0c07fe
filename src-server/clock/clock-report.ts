import type { ClockClient, ClockReport, ClockSource } from '../../src-shared/api/clock-schemas.ts'
import type { Principal } from '../identity/principal.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { Queries, Store } from '../store/store.ts'
import type { ClockGuard } from './clock-guard.ts'
import type { ClockService } from './clock-service.ts'
import type { SourceStatus } from './sntp/source-watch.ts'

/** So many lines of the log; older ones are in the audit trail. */
const MOST_LOG_LINES = 100

interface Follower {
  readonly principal: Principal
  readonly report:
    | { readonly mode: string; readonly uncertainty_ms: number | null; readonly device_offset_ms: number | null }
    | undefined
}

const kinds = { nobody: 'program', open_kiosk: 'kiosk', device: 'kiosk', user: 'staff' } as const

function toSource({ name, reach, sample, trouble }: SourceStatus): ClockSource {
  return {
    name,
    reach,
    trouble,
    offset_ms: sample?.offsetMs ?? null,
    error_ms: sample?.errorMs ?? null,
    delay_ms: sample?.delayMs ?? null,
    stratum: sample?.stratum ?? null,
  }
}

/**
 * A device's own clock minus true time, in ms; null while that is not known.
 * @param demoAheadMs a device's clock is compared with true time, by which a demo's time does not go
 */
export function deviceOffset(report: Follower['report'], demoAheadMs: number): number | null {
  const offset = report?.device_offset_ms ?? null
  return offset === null ? null : offset + demoAheadMs
}

function toClient({ principal, report }: Follower, demoAheadMs: number): ClockClient {
  return {
    name: principal.kind === 'device' || principal.kind === 'user' ? principal.name : '',
    kind: kinds[principal.kind],
    mode: report?.mode ?? null,
    uncertainty_ms: report?.uncertainty_ms ?? null,
    device_offset_ms: deviceOffset(report, demoAheadMs),
  }
}

/** What people among the actors of the trail are called, by actor. */
async function namesOf(actors: ReadonlySet<string>, queries: Queries): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const actor of actors) {
    if (!actor.startsWith('user:')) continue
    const user = await queries.user(actor.slice('user:'.length))
    if (user !== undefined) names.set(actor, user.name)
  }
  return names
}

/** What the Clock page shows, now. */
export async function clockReport(parts: {
  readonly store: Store
  readonly clock: ClockGuard
  readonly keeper: ClockService
  readonly followers: () => readonly Follower[]
  readonly timezone: string
}): Promise<ClockReport> {
  const { clock, keeper, store, timezone } = parts
  const { wallAheadMs, agreement, verdict, sources, history } = keeper.status()
  const mark = clock.mark()
  const { log, names } = await store.read(async (queries) => {
    const rows = await queries.clockLog(MOST_LOG_LINES)
    return { log: rows, names: await namesOf(new Set(rows.map(({ actor }) => actor)), queries) }
  })
  return {
    server_time: toSiteIso(clock.now(), timezone),
    state: clock.state,
    epoch: clock.epoch,
    wall_ahead_ms: wallAheadMs,
    demo_ahead_ms: clock.demoAheadMs,
    agreement: agreement && { lo_ms: agreement.lo, hi_ms: agreement.hi, count: agreement.count },
    sources_bear_out: verdict,
    boot_clock: mark.bootMs !== null,
    boot_id: mark.bootId !== null,
    sources: sources.map(toSource),
    clients: parts.followers().map((follower) => toClient(follower, clock.demoAheadMs)),
    history: history.map((sample) => ({
      at: toSiteIso(sample.at, timezone),
      wall_ahead_ms: sample.wallAheadMs,
      sources_ahead_ms: sample.sourcesAheadMs,
      uncertainty_ms: sample.uncertaintyMs,
    })),
    log: log.map(({ at, what, fromState, toState, epoch, wallAheadMs: ahead, sleptMs, actor, reason }) => ({
      at: toSiteIso(at, timezone),
      what,
      from_state: fromState,
      to_state: toState,
      epoch,
      wall_ahead_ms: ahead,
      slept_ms: sleptMs,
      actor,
      actor_name: names.get(actor) ?? null,
      reason,
    })),
  }
}
