import { randomBytes } from 'node:crypto'
import type { Random } from './random.ts'

/** The one place that draws randomness from the system. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) }
