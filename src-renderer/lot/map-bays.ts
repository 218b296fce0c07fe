import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatCountdown, formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import type { MapBay } from '../../src-shared/lot/bay-state.ts'

/** What captions are made with: the server's time, never the device's. */
export interface CaptionClock {
  /** Milliseconds since the Unix epoch; null before the first exchange. */
  readonly now: number | null
  readonly timezone: string
  readonly language: string
}

const longestCountdownMs = 60 * 60_000
/** A time of day says nothing of a day that is not today. */
const soonMs = 12 * 60 * 60_000

/** A bay of the server as the map draws it. */
export function toMapBay(bay: LotBay, clock: CaptionClock): MapBay {
  return {
    id: bay.id,
    label: bay.label,
    bayClass: bay.bay_class ?? 'wash',
    state: bay.state,
    plate: bay.plate ?? undefined,
    caption: captionOf(bay, clock),
  }
}

/** What runs: a hold's countdown, how long a car is over its time, or when it ends and when the next booking begins. */
export function captionOf(bay: LotBay, clock: CaptionClock): string | undefined {
  const until = bay.until === null ? undefined : parseInstant(bay.until)
  switch (bay.state) {
    case 'held':
      return until === undefined ? undefined : leftUntil(until, clock)
    case 'overstay':
      return until === undefined ? undefined : overBy(until, clock)
    case 'taken':
    case 'blocked':
      return until === undefined || !isSoon(until, clock) ? undefined : timeOf(until, clock)
    case 'booked':
    case 'free': {
      const next = bay.next === null ? undefined : parseInstant(bay.next.start)
      return next === undefined || !isSoon(next, clock) ? undefined : timeOf(next, clock)
    }
    default:
      return bay.state satisfies never
  }
}

/** Whether any caption changes with the second, and not just with the minute. */
export function needsSeconds(bays: readonly LotBay[]): boolean {
  return bays.some(({ state, until }) => state === 'held' && until !== null)
}

function isSoon(epochMs: number, { now }: CaptionClock): boolean {
  return now !== null && epochMs - now < soonMs
}

function leftUntil(until: number, clock: CaptionClock): string {
  if (clock.now === null) return timeOf(until, clock)
  const left = until - clock.now
  return left > longestCountdownMs ? timeOf(until, clock) : formatCountdown(left)
}

/** `+0:12`, hours and minutes. */
function overBy(until: number, { now }: CaptionClock): string | undefined {
  if (now === null) return undefined
  const minutes = Math.max(0, Math.floor((now - until) / 60_000))
  return `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function timeOf(epochMs: number, { timezone, language }: CaptionClock): string {
  return formatTimeOfDay(epochMs, timezone, language)
}
