import type { LinkPaceName } from '../../src-shared/time/link-pace.ts'
import type { Place } from '../session/session.ts'

/** Whether the customer seems to be there still. */
export type Presence =
  | { readonly is: 'here' }
  /** Nobody has touched the first screen for a while. */
  | { readonly is: 'resting' }
  /** Asked "Are you still there?", with this many seconds to answer. */
  | { readonly is: 'asked'; readonly secondsLeft: number }
  /** The screen holds nothing to lose and closes by itself in so many seconds. */
  | { readonly is: 'closing'; readonly secondsLeft: number }
  | { readonly is: 'gone' }

const ASK_AFTER_MS = 60_000
const ANSWER_WITHIN_MS = 15_000
const CLOSE_AFTER_MS = 30_000
/** Where codes are scanned with a phone, which has to be found in a pocket first. */
const CLOSE_CODES_AFTER_MS = 60_000

const REST_AFTER_MS = 60_000

type Patience = 'endless' | 'rests' | 'asks' | 'closes' | 'closes_late'

/** How each screen takes silence: the ones that hold what a customer gave must not wait for the next customer. */
const patience: Record<Place, Patience> = {
  starting: 'endless',
  unpaired: 'endless',
  pairing: 'endless',
  attract: 'rests',
  purpose: 'asks',
  service: 'asks',
  date: 'asks',
  slot: 'asks',
  bay_class: 'asks',
  arrive: 'asks',
  arrive_day: 'asks',
  arrive_time: 'asks',
  leave: 'asks',
  leave_day: 'asks',
  leave_time: 'asks',
  bay: 'asks',
  plate: 'asks',
  phone: 'asks',
  taking: 'asks',
  held: 'asks',
  confirming: 'asks',
  settling: 'asks',
  ended: 'closes',
  booked: 'closes_late',
}

export const here: Presence = { is: 'here' }

/** What silence means on a screen. @param quietMs milliseconds since the last touch or key, by a monotonic clock */
export function presenceAfter(place: Place, quietMs: number): Presence {
  switch (patience[place]) {
    case 'endless':
      return here
    case 'rests':
      return quietMs < REST_AFTER_MS ? here : { is: 'resting' }
    case 'asks':
      if (quietMs < ASK_AFTER_MS) return here
      return quietMs < ASK_AFTER_MS + ANSWER_WITHIN_MS
        ? { is: 'asked', secondsLeft: Math.ceil((ASK_AFTER_MS + ANSWER_WITHIN_MS - quietMs) / 1000) }
        : { is: 'gone' }
    case 'closes':
      return closingAfter(CLOSE_AFTER_MS, quietMs)
    case 'closes_late':
      return closingAfter(CLOSE_CODES_AFTER_MS, quietMs)
  }
}

function closingAfter(limitMs: number, quietMs: number): Presence {
  return quietMs < limitMs ? { is: 'closing', secondsLeft: Math.ceil((limitMs - quietMs) / 1000) } : { is: 'gone' }
}

/** How closely the time is followed: where nobody has been for a minute, there is nothing that a second could decide. */
export function paceAfter(place: Place, quietMs: number): LinkPaceName {
  return place === 'attract' && quietMs >= REST_AFTER_MS ? 'resting' : 'live'
}

/** Whether two readings look the same on the screen. */
export function samePresence(one: Presence, other: Presence): boolean {
  const seconds = (presence: Presence) => ('secondsLeft' in presence ? presence.secondsLeft : undefined)
  return one.is === other.is && seconds(one) === seconds(other)
}
