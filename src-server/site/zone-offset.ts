import { Temporal } from 'temporal-polyfill'

/** A stretch of time, [from, to) in ms since the epoch, in which a zone keeps one distance from UTC. */
export interface Steady {
  readonly from: number
  readonly to: number
  /** Local time minus UTC, in ms. */
  readonly offsetMs: number
}

/** The stretches that were asked about, by zone; the last used stands first. */
const known = new Map<string, readonly Steady[]>()
/** A site looks a few weeks ahead and a few years back: hardly more stretches than these. */
const MOST_KNOWN = 16

/**
 * The stretch of steady offset around an instant. Worked out by Temporal once for each stretch between two changes of
 * the zone's clock: this is asked many times for each booking.
 */
export function steadyAt(ms: number, timezone: string): Steady {
  const steady = known.get(timezone) ?? []
  const found = steady.find(({ from, to }) => ms >= from && ms < to)
  if (found !== undefined) return found
  const fresh = steadyAround(ms, timezone)
  known.set(timezone, [fresh, ...steady.slice(0, MOST_KNOWN - 1)])
  return fresh
}

function steadyAround(ms: number, timezone: string): Steady {
  const at = Math.floor(ms)
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone)
  // One that lies at this very instant has happened.
  const after = local.add({ milliseconds: 1 })
  return {
    from: after.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offsetMs: local.offsetNanoseconds / 1_000_000,
  }
}
