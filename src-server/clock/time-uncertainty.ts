import { RESIDUAL_MS } from './clock-guard.ts'
import type { Agreement } from './sntp/agreement.ts'

/**
 * How far business time may be from true time, in ms: by what the time sources agree on; without them, by how far it may
 * part from the machine's own clock before that is noticed.
 */
export function timeUncertainty(agreement: Agreement | null): number {
  return agreement === null ? RESIDUAL_MS : Math.max(Math.abs(agreement.lo), Math.abs(agreement.hi))
}
