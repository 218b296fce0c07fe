import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Everything that could be guessed, with how many failures are allowed in how many seconds. One table for all. */
const limits = {
  signInByName: { points: 10, duration: 60 },
  signInByAddress: { points: 30, duration: 60 },
  pairByAddress: { points: 10, duration: 60 },
  pairByAnybody: { points: 60, duration: 60 },
} as const

export type Guessable = keyof typeof limits

/** Counts failures only: whoever gets it right is never slowed down. */
export class FailureLimits {
  readonly #limiters = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
  ) as Record<Guessable, RateLimiterMemory>

  async isBlocked(guessable: Guessable, who: string): Promise<boolean> {
    const entry = await this.#limiters[guessable].get(who)
    return entry !== null && entry.consumedPoints >= limits[guessable].points
  }

  async recordFailure(guessable: Guessable, who: string): Promise<void> {
    await this.#limiters[guessable].penalty(who)
  }
}
