import { randomBytes, randomFillSync } from 'node:crypto'
import type { Random } from './random.ts'

/** Random bytes that were drawn and not given away yet. A booking takes fifty, and each call of the system costs more. */
const pool = Buffer.alloc(4096)
let used = pool.length

function bytes(count: number): Uint8Array {
  if (count > pool.length) return randomBytes(count)
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const given = Uint8Array.prototype.slice.call(pool, used, used + count)
  // What was given away is nowhere else.
  pool.fill(0, used, used + count)
  used += count
  return given
}

/** The one place that draws randomness from the system. */
export const systemRandom: Random = { bytes }
