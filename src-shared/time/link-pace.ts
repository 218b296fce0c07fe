/** How closely a link follows the server's time. */
export interface LinkPace {
  /** From tick to tick, ms; whole seconds. */
  readonly tickEveryMs: number
  /** After so many ticks the time is asked for. */
  readonly askAfter: number
  /** How long after the tick at the most, ms; what is left to chance is the last third of it. */
  readonly askDelayMs: number
  /** When no tick comes, the time is asked for this long after the last time, ms. */
  readonly askWithinMs: number
}

/**
 * - `live`: a tick each second, and an exchange every 5 s, after 6 s at the latest
 * - `resting`: for a page at which nobody is. By 250 ppm it may drift by 8 ms between two exchanges.
 *
 * Exchanges follow ticks because a server that has just told many the time is awake: one that is woken for each costs
 * it several times as much. A live page leaves it time to have told everybody.
 */
export const linkPaces = {
  live: { tickEveryMs: 1000, askAfter: 5, askDelayMs: 150, askWithinMs: 6000 },
  resting: { tickEveryMs: 30_000, askAfter: 1, askDelayMs: 0, askWithinMs: 31_000 },
} as const satisfies Record<string, LinkPace>

export type LinkPaceName = keyof typeof linkPaces
