import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'

/** Everything that could be guessed, with how many failures are allowed in how many seconds. One table for all. */
const limits = {
  signInByName: { points: 10, duration: 60 },
  signInByAddress: { points: 30, duration: 60 },
  pinByUser: { points: 5, duration: 300 },
  pairByAddress: { points: 10, duration: 60 },
  pairByAnybody: { points: 60, duration: 60 },
} as const

export type Guessable = keyof typeof limits

/** What a guess counts against: for each limit, whose. */
export type Guess = Readonly<Partial<Record<Guessable, string>>>

/** Counts failures only: whoever gets it right is never slowed down. */
export class FailureLimits {
  readonly #limiters = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
  ) as Record<Guessable, RateLimiterMemory>
  #last: Promise<unknown> = Promise.resolve()

  /**
   * Lets somebody guess once. One guess at a time, so that guesses sent together count like guesses sent in a row.
   * @param attempt answers undefined when the guess was wrong
   * @returns the attempt's answer, or the refusal of one guess too many, which is then not attempted
   */
  async tryOnce<T>(guess: Guess, attempt: () => Promise<T | undefined>): Promise<T | Refusal | undefined> {
    const turn = this.#last.then(() => this.#try(guess, attempt))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #try<T>(guess: Guess, attempt: () => Promise<T | undefined>): Promise<T | Refusal | undefined> {
    const entries = Object.entries(guess) as [Guessable, string][]
    for (const [guessable, who] of entries) if (await this.#isBlocked(guessable, who)) return refuse('rate_limited')
    const answer = await attempt()
    if (answer === undefined) for (const [guessable, who] of entries) await this.#limiters[guessable].penalty(who)
    return answer
  }

  async #isBlocked(guessable: Guessable, who: string): Promise<boolean> {
    const entry = await this.#limiters[guessable].get(who)
    return entry !== null && entry.consumedPoints >= limits[guessable].points
  }
}
