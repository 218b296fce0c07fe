import { syncLost } from '../../src-shared/time/clock-mode.ts'
import { seededRandom } from '../../tests/support/seeded.ts'
import { WORLD_BEGAN } from '../../tests/unit/time/fake-time-server.ts'
import { quantile } from '../quantile.ts'
import { Counts } from './counts.ts'
import { EventWheel } from './event-wheel.ts'
import { makeKiosk, type Kiosk, type Return } from './fleet.ts'
import { SimulatedServer } from './server.ts'

export interface SimulationOptions {
  readonly clients: number
  readonly servers: number
  /** The part of the kiosks at which somebody is; the others rest. */
  readonly live: number
  /** Servers' clocks are off by up to so much, ms. */
  readonly serverOffsetMs: number
  readonly seed: number
  /** The world ends after so many seconds; what would happen later is left out. */
  readonly until: number
}

/** All begin within so long, ms. */
const RAMP_MS = 5000
/** What happens to a server each, and when, ms. */
const blows = [
  { what: 'its process dies', at: 8000, until: 12_000, strike: (server: SimulatedServer) => server.crash() },
  { what: 'its power fails', at: 12_000, until: 47_000, strike: (server: SimulatedServer) => server.losePower() },
  { what: 'it is drained', at: 25_000, until: 47_000, strike: (server: SimulatedServer) => server.drain() },
] as const
/** The last kiosk that rests finds out by then that its server's power has failed. */
export const WHOLE_S = 47
/** The second at which nothing has happened yet. */
const QUIET_S = 8
const MOST_LOOKED_AT = 20_000

interface Look {
  readonly second: number
  readonly errors: number[]
  /** Of those at which somebody is: how many there are, how many say that the link is lost, and how many take no booking. */
  readonly live: number
  readonly told: number
  readonly blocked: number
}

/** Looks at some of the kiosks, as whoever stands before them. */
function look(kiosks: readonly Kiosk[], wheel: EventWheel): Look {
  const errors: number[] = []
  let [live, told, blocked] = [0, 0, 0]
  const stride = Math.max(1, Math.floor(kiosks.length / MOST_LOOKED_AT))
  for (let index = 0; index < kiosks.length; index += stride) {
    const kiosk = kiosks[index]
    if (kiosk === undefined) continue
    const reading = kiosk.link.read()
    const { mode, displayMs, lostForMs, canSubmit } = reading
    if (displayMs !== null) errors.push(Math.abs(displayMs - WORLD_BEGAN - wheel.now))
    if (!kiosk.isLive) continue
    live += 1
    if (syncLost(false, mode, lostForMs)) told += 1
    if (!canSubmit) blocked += 1
  }
  return { second: Math.round(wheel.now / 1000), errors, live, told, blocked }
}

/** Plays it. @param onSecond told each second of the world that is over */
export function simulate(options: SimulationOptions, onSecond: (second: number) => void) {
  const { clients, live, seed } = options
  const began = process.hrtime.bigint()
  const random = seededRandom(seed)
  const wheel = new EventWheel()
  const counts = new Counts()
  // A fixed way of 1 to 16 ms for all, and now and then a wait: exponential, of 3 ms in the mean.
  const delay = () => 1 + 15 * random() - 3 * Math.log(1 - random())
  const offset = () => options.serverOffsetMs * (2 * random() - 1)
  const servers = Array.from(
    { length: options.servers },
    (_, index) => new SimulatedServer(index, offset(), { wheel, counts, delay }),
  )
  const returns: Return[] = []
  const kiosks = Array.from({ length: clients }, () =>
    makeKiosk({ wheel, servers, random, onReturn: (made) => returns.push(made) }),
  )
  for (const kiosk of kiosks) {
    kiosk.isLive = random() < live
    if (!kiosk.isLive) kiosk.link.follow('resting')
    wheel.after(random() * RAMP_MS, () => kiosk.link.start())
  }
  const held: number[] = []
  const struck = blows.filter(({ at }) => at < options.until * 1000)
  for (const [index, { at, strike }] of struck.entries()) {
    const server = servers[index]
    if (server === undefined) throw new RangeError(`more than ${blows.length} servers, please`)
    wheel.after(at, () => {
      held[index] = server.peers.size
      strike(server)
    })
  }
  const looks: Look[] = []
  for (let second = 1; second <= options.until; second += 1) {
    wheel.advanceTo(second * 1000)
    looks.push(look(kiosks, wheel))
    onSecond(second)
  }
  const wallSeconds = Number(process.hrtime.bigint() - began) / 1e9
  const { rss } = process.memoryUsage()
  return {
    options,
    figures: figuresOf({ looks, returns, held, counts, servers, struck }),
    wallSeconds,
    rss,
    events: wheel.happened,
  }
}

const round = (value: number | undefined, digits = 1) => Number((value ?? Number.NaN).toFixed(digits))

interface Seen {
  readonly looks: readonly Look[]
  readonly returns: readonly Return[]
  /** How many kiosks each server had when it was struck. */
  readonly held: readonly number[]
  readonly counts: Counts
  readonly servers: readonly SimulatedServer[]
  readonly struck: readonly (typeof blows)[number][]
}

function figuresOf({ looks, returns, held, counts, servers, struck }: Seen) {
  const quiet = looks.filter(({ second }) => second === QUIET_S)
  const errorsOf = (some: readonly Look[]) => some.flatMap(({ errors }) => errors)
  const errorFigures = (some: readonly Look[]) => ({
    p50_ms: round(quantile(errorsOf(some), 0.5), 2),
    p99_ms: round(quantile(errorsOf(some), 0.99), 2),
    worst_ms: round(quantile(errorsOf(some), 1), 2),
  })
  const perSecond = (seconds: readonly number[]) => Math.max(...seconds.slice(QUIET_S).map((count) => count ?? 0))
  return {
    steady: { error: errorFigures(quiet), out: counts.out[QUIET_S - 1] ?? 0, in: counts.in[QUIET_S - 1] ?? 0 },
    most: { out: perSecond(counts.out), in: perSecond(counts.in) },
    start: counts.peaks(0, RAMP_MS),
    end: { error: errorFigures(looks.slice(-1)) },
    blows: struck.map(({ what, at, until }, index) => {
      const away = returns.filter(({ from }) => from === servers[index])
      const after = away.map((made) => made.at - at)
      const during = looks.filter(({ second }) => second * 1000 > at && second * 1000 <= until)
      return {
        what,
        clients: held[index] ?? 0,
        back: away.length,
        back_after: {
          p50_ms: round(quantile(after, 0.5)),
          p99_ms: round(quantile(after, 0.99)),
          last_ms: round(quantile(after, 1)),
        },
        without: {
          p50_ms: round(
            quantile(
              away.map(({ awayMs }) => awayMs),
              0.5,
            ),
          ),
          worst_ms: round(
            quantile(
              away.map(({ awayMs }) => awayMs),
              1,
            ),
          ),
        },
        most_connects: counts.peaks(at, Math.min(until, at + 15_000)),
        most_told: Math.max(...during.map(({ told }) => told)),
        most_kept_from_booking: Math.max(...during.map(({ blocked }) => blocked)),
        live_looked_at: during[0]?.live ?? 0,
        error: errorFigures(during.slice(0, 15)),
      }
    }),
  }
}
