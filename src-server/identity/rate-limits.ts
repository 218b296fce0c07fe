import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'

/** Everything that could be guessed, with how many failures are allowed in how many seconds. One table for all. */
const limits = {
  signInByName: { points: 10, duration: 60 },
  signInByAddress: { points: 30, duration: 60 },
  pinByUser: { points: 5, duration: 300 },
  pairByAddress: { points: 10, duration: 60 },
  pairByAnybody: { points: 60, duration: 60 },
  verifyByAddress: { points: 20, duration: 60 },
} as const

export type Guessable = keyof typeof limits

/** What a guess counts against: for each limit, whose. */
export type Guess = Readonly<Partial<Record<Guessable, string>>>

/** The failures of each, in windows that begin with the first of them. */
class FailureCount {
  readonly #points: number
  readonly #durationMs: number
  readonly #elapsed: () => number
  /** In the order in which the windows end, because they are all as long. */
  readonly #windows = new Map<string, { readonly endsAt: number; failures: number }>()

  constructor({ points, duration }: { points: number; duration: number }, elapsed: () => number) {
    this.#points = points
    this.#durationMs = duration * 1000
    this.#elapsed = elapsed
  }

  isBlocked(who: string): boolean {
    this.#forgetEnded()
    return (this.#windows.get(who)?.failures ?? 0) >= this.#points
  }

  add(who: string): void {
    this.#forgetEnded()
    const window = this.#windows.get(who)
    if (window === undefined) this.#windows.set(who, { endsAt: this.#elapsed() + this.#durationMs, failures: 1 })
    else window.failures += 1
  }

  #forgetEnded(): void {
    const now = this.#elapsed()
    for (const [who, { endsAt }] of this.#windows) {
      if (endsAt > now) return
      this.#windows.delete(who)
    }
  }
}

/** Counts failures only: whoever gets it right is never slowed down. */
export class FailureLimits {
  readonly #counts: Readonly<Record<Guessable, FailureCount>>
  #last: Promise<unknown> = Promise.resolve()

  /** @param elapsed time that has passed, in ms; one that somebody could set would lift the limits, or lock everybody out */
  constructor(elapsed: () => number) {
    this.#counts = {
      signInByName: new FailureCount(limits.signInByName, elapsed),
      signInByAddress: new FailureCount(limits.signInByAddress, elapsed),
      pinByUser: new FailureCount(limits.pinByUser, elapsed),
      pairByAddress: new FailureCount(limits.pairByAddress, elapsed),
      pairByAnybody: new FailureCount(limits.pairByAnybody, elapsed),
      verifyByAddress: new FailureCount(limits.verifyByAddress, elapsed),
    }
  }

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
    if (entries.some(([guessable, who]) => this.#counts[guessable].isBlocked(who))) return refuse('rate_limited')
    const answer = await attempt()
    if (answer === undefined) for (const [guessable, who] of entries) this.#counts[guessable].add(who)
    return answer
  }
}
