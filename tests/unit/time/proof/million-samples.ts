import fc from 'fast-check'
import { ClockBounds, DRIFT } from '../../../../src-shared/time/clock-bounds.ts'

const SERVER = 1_764_938_722_000
const RUNS = 1000
const STEPS = 200
const LOOKS = 5

type Step =
  | { readonly kind: 'idle'; readonly ms: number }
  | { readonly kind: 'exchange'; readonly up: number; readonly dwell: number; readonly down: number }
  | { readonly kind: 'tick'; readonly down: number }
  | { readonly kind: 'sleep'; readonly ms: number }

const latency = fc.oneof(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 3000, noNaN: true }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('idle' as const), ms: fc.double({ min: 0, max: 60_000, noNaN: true }) }),
  fc.record({
    kind: fc.constant('exchange' as const),
    up: latency,
    dwell: fc.double({ min: 0, max: 5, noNaN: true }),
    down: latency,
  }),
  fc.record({ kind: fc.constant('tick' as const), down: latency }),
  fc.record({ kind: fc.constant('sleep' as const), ms: fc.double({ min: 0, max: 3_600_000, noNaN: true }) }),
)

/** A monotonic clock that drifts against the server's by whatever a step says, up to the limit, and rounds its readings. */
class Truth {
  #server = 0
  #monotonic = 1000
  #skew = 0

  /** Counted from a near zero, so that the truth itself does not gather roundings. */
  get server(): number {
    return SERVER + this.#server
  }

  setSkew(share: number): void {
    this.#skew = share * DRIFT * 0.999
  }

  read(): number {
    return Math.floor(this.#monotonic * 10) / 10
  }

  pass(ms: number): void {
    this.#monotonic += ms
    this.#server += ms * (1 + this.#skew)
  }

  sleep(ms: number): void {
    this.#server += ms
  }
}

function play(bounds: ClockBounds, truth: Truth, action: Step): void {
  if (action.kind === 'idle') truth.pass(action.ms)
  else if (action.kind === 'tick') {
    const stamped = truth.server
    truth.pass(action.down)
    bounds.tick(stamped, truth.read())
  } else if (action.kind === 'sleep') {
    truth.sleep(action.ms)
    bounds.doubt(truth.read())
  } else {
    const m1 = truth.read()
    truth.pass(action.up)
    const t2 = truth.server
    truth.pass(action.dwell)
    const t3 = truth.server
    truth.pass(action.down)
    bounds.exchange(m1, t2, t3, truth.read())
  }
}

/**
 * Plays a thousand histories of exchanges, ticks, idling and sleep, with any drift that the design allows, and looks a
 * million times whether the truth is inside the bounds. A failure is shrunk to the shortest history that shows it.
 * @returns how many looks there were, and how many found it inside
 */
export function millionSamples(seed: number): { samples: number; inside: number } {
  const counts = { samples: 0, inside: 0 }
  const drifting = fc.tuple(step, fc.double({ min: -1, max: 1, noNaN: true }))
  const history = fc.array(drifting, { minLength: STEPS, maxLength: STEPS })
  fc.assert(
    fc.property(history, (steps) => {
      const truth = new Truth()
      const bounds = new ClockBounds(0.1)
      for (const [action, skew] of steps) {
        truth.setSkew(skew)
        play(bounds, truth, action)
        for (let look = 0; look < LOOKS; look += 1) {
          const { earliestMs, latestMs } = bounds.at(truth.read())
          counts.samples += 1
          if (truth.server < earliestMs || truth.server > latestMs) return false
          counts.inside += 1
          truth.pass(7.3)
        }
      }
      return true
    }),
    { numRuns: RUNS, endOnFailure: true, seed },
  )
  return counts
}
