import type { Model } from './park-model.ts'
import type { Answer, Request } from './real-park.ts'

/** A request that somebody makes, and what the model says of its answer. */
export interface Ask {
  readonly request: Request
  /** False where nothing is decided by it, so that what is overdue waits for the next one. */
  readonly decides?: boolean
  /**
   * Judges the answer and takes what it did into the model, in which whatever was overdue has happened by now.
   * Throws where the model does not allow it; then the model may be half changed.
   */
  readonly judge: (model: Model, answer: Answer) => void
}

/** Somebody's act. It says what it asks of the car park as the model knows it, or nothing where it makes no sense. */
export interface Act {
  readonly kind: string
  readonly ask: (model: Model) => Ask | undefined
}

export function act(kind: string, ask: Act['ask']): Act {
  return { kind, ask }
}

/** Fails unless the answer is one that the model allows. @returns whether it was done, and not refused */
export function wentAs({ outcome, body }: Answer, ...allowed: readonly string[]): boolean {
  if (allowed.includes(outcome)) return outcome === 'ok'
  throw new Error(`answered ${outcome} where the model says ${allowed.join(' or ')}: ${JSON.stringify(body)}`)
}

/** One of a list, whatever the number. */
export function pick<T>(list: Iterable<T>, index: number): T | undefined {
  const all = [...list]
  return all[index % Math.max(1, all.length)]
}

/** One of the newest of a list, mostly: what is long over is asked about seldom. */
export function pickLate<T>(list: Iterable<T>, index: number): T | undefined {
  const all = [...list]
  return pick(index % 8 === 0 ? all : all.slice(-10), index)
}

/** One that is wanted mostly, one of any sort seldom, so that refusals are seen too. */
export function pickWanted<T>(list: Iterable<T>, index: number, isWanted: (one: T) => boolean): T | undefined {
  const all = [...list]
  const wanted = all.filter(isWanted)
  return index % 7 === 0 || wanted.length === 0 ? pickLate(all, index) : pick(wanted, index)
}

export const post = (path: string, body?: unknown, more: Partial<Request> = {}): Request => ({
  method: 'POST',
  path: `/api/v1${path}`,
  ...(body === undefined ? {} : { body }),
  ...more,
})

export const PLATES = Array.from({ length: 14 }, (_, index) => `KL${String(index).padStart(2, '0')}M${100 + index}`)
export const iso = (at: number) => new Date(at).toISOString()
