import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'

/** Everything that could be guessed, with how many failures are allowed in how many seconds. One table for all. */
export const limits = {
  signInByName: { points: 10, duration: 60 },
  signInByAddress: { points: 30, duration: 60 },
  /** The PIN and, of somebody who is signed in, the password. */
  pinByUser: { points: 5, duration: 300 },
  pairByAddress: { points: 10, duration: 60 },
  pairByAnybody: { points: 60, duration: 60 },
  verifyByAddress: { points: 20, duration: 60 },
  manageByBooking: { points: 20, duration: 60 },
  manageByAddress: { points: 200, duration: 60 },
  deviceByAddress: { points: 20, duration: 60 },
  /** Searches of one account, which are no guesses: enough for fast fingers, and too few to read all plates out. */
  searchByUser: { points: 600, duration: 60 },
  /** Filters that one account saves, changes and deletes, which are no guesses: enough for tidying up by hand. */
  saveByUser: { points: 60, duration: 60 },
  /** Calls for the attendant, which are no guesses either, but people who come for nothing. */
  helpByKiosk: { points: 6, duration: 1800 },
  /** What a kiosk says that it shows: its page says so once a second at the most. */
  stateByKiosk: { points: 120, duration: 60 },
} as const

export type Guessable = keyof typeof limits

/** What a guess counts against: for each limit, whose. */
export type Guess = Readonly<Partial<Record<Guessable, string>>>

/** So many guesses of one kind and whose wait for their turn; the next is refused at once. */
const MOST_WAITING = 50
/** So many are remembered of one kind; the one whose window ends first is forgotten for the next. */
const MOST_REMEMBERED = 10_000

interface Window {
  readonly endsAt: number
  failures: number
  latest: string | undefined
}

interface Line {
  last: Promise<unknown>
  waiting: number
}

/** The failures of each, in windows that begin with the first of them. */
class FailureCount {
  readonly #points: number
  readonly #durationMs: number
  readonly #elapsed: () => number
  /** In the order in which the windows end, because they are all as long. */
  readonly #windows = new Map<string, Window>()
  readonly #lines = new Map<string, Line>()

  constructor({ points, duration }: { points: number; duration: number }, elapsed: () => number) {
    this.#points = points
    this.#durationMs = duration * 1000
    this.#elapsed = elapsed
  }

  isBlocked(who: string): boolean {
    this.#forgetEnded()
    return (this.#windows.get(who)?.failures ?? 0) >= this.#points
  }

  /** @param what the guess, where the same one again is none: a page that goes on with a cookie that has ended */
  add(who: string, what?: string): void {
    this.#forgetEnded()
    const window = this.#windows.get(who)
    if (window === undefined) {
      if (this.#windows.size >= MOST_REMEMBERED) this.#forgetFirst()
      this.#windows.set(who, { endsAt: this.#elapsed() + this.#durationMs, failures: 1, latest: what })
    } else if (what === undefined || what !== window.latest) {
      window.failures += 1
      window.latest = what
    }
  }

  isCrowded(who: string): boolean {
    return (this.#lines.get(who)?.waiting ?? 0) >= MOST_WAITING
  }

  /** Who is before a guess in its line. */
  lastOf(who: string): Promise<unknown> {
    return this.#lines.get(who)?.last ?? Promise.resolve()
  }

  /** Puts a guess at the end of its line until it is settled. */
  enqueue(who: string, turn: Promise<unknown>): void {
    const line = this.#lines.get(who) ?? { last: turn, waiting: 0 }
    line.waiting += 1
    line.last = turn.then(
      () => this.#leave(who, line),
      () => this.#leave(who, line),
    )
    this.#lines.set(who, line)
  }

  #leave(who: string, line: Line): void {
    line.waiting -= 1
    if (line.waiting === 0) this.#lines.delete(who)
  }

  #forgetFirst(): void {
    for (const who of this.#windows.keys()) {
      this.#windows.delete(who)
      return
    }
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

  /** @param elapsed time that has passed, in ms; one that somebody could set would lift the limits, or lock everybody out */
  constructor(elapsed: () => number) {
    const counts = Object.entries(limits).map(([name, limit]) => [name, new FailureCount(limit, elapsed)])
    this.#counts = Object.fromEntries(counts) as Record<Guessable, FailureCount>
  }

  /**
   * Lets somebody guess once. One guess at a time of each kind and whose, so that guesses sent together count like guesses
   * sent in a row, and nobody waits for somebody else's.
   * @param attempt answers undefined when the guess was wrong
   * @returns the attempt's answer, or the refusal of one guess too many, which is then not attempted
   */
  async tryOnce<T>(guess: Guess, attempt: () => Promise<T | undefined>): Promise<T | Refusal | undefined> {
    const counts = this.#of(guess)
    if (this.isBlocked(guess) || counts.some(([count, who]) => count.isCrowded(who))) return refuse('rate_limited')
    const before = Promise.all(counts.map(([count, who]) => count.lastOf(who)))
    const turn = before.then(async () => {
      if (this.isBlocked(guess)) return refuse('rate_limited')
      const answer = await attempt()
      if (answer === undefined) this.add(guess)
      return answer
    })
    for (const [count, who] of counts) count.enqueue(who, turn)
    return turn
  }

  /** Whether one more guess is one too many; for guesses that are looked at without waiting. */
  isBlocked(guess: Guess): boolean {
    return this.#of(guess).some(([count, who]) => count.isBlocked(who))
  }

  /** Counts a guess that was wrong. @param what the guess, where sending the same one again is no new one */
  add(guess: Guess, what?: string): void {
    for (const [count, who] of this.#of(guess)) count.add(who, what)
  }

  #of(guess: Guess): readonly (readonly [FailureCount, string])[] {
    return (Object.entries(guess) as [Guessable, string][]).map(([guessable, who]) => [this.#counts[guessable], who])
  }
}

/**
 * Whom an address stands for: an IPv6 host has as many of them as it likes, and shares the first half with its network.
 * @param address as Node tells it; undefined for a socket that is gone
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'gone'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::', 2)
  const groups = head === '' ? [] : head.split(':')
  const end = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - groups.length - end.length
  return [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...end]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
