import type { TariffLine } from './tariff-plan.ts'

const MINUTE = 60_000

/** What one line adds to the price. */
export interface LineCharge {
  readonly line: TariffLine
  /** The time that it is for, in ms on the lines' own scale, which begins at 0. */
  readonly fromMs: number
  readonly toMs: number
  /** Started steps; 1 for a line without steps. */
  readonly steps: number
  /** Whole minor units. */
  readonly amountMinor: number
}

/**
 * What lines charge for a length of time. A line is entered once the time is longer than its `from_minute`, and a step
 * is started likewise: exactly 60 minutes are one step of 60, and one ms more starts the second.
 * The sum never falls as `ms` grows, given that no tier is cheaper than what stands before it (`planProblems`).
 * @param ms whole milliseconds; nothing is due for 0
 */
export function chargesOf(lines: readonly TariffLine[], ms: number): readonly LineCharge[] {
  let charges: LineCharge[] = []
  for (const line of lines) {
    const fromMs = line.from_minute * MINUTE
    if (ms <= fromMs) break
    const toMs = line.to_minute === null ? ms : Math.min(ms, line.to_minute * MINUTE)
    if (line.kind === 'tiered') {
      charges = [{ line, fromMs: 0, toMs, steps: 1, amountMinor: line.price_minor }]
      continue
    }
    const steps = line.kind === 'flat' ? 1 : Math.ceil((toMs - fromMs) / (line.step_minutes * MINUTE))
    charges.push({ line, fromMs, toMs, steps, amountMinor: steps * line.price_minor })
  }
  return charges
}

/** The sum of `chargesOf`, in whole minor units. */
export function priceOf(lines: readonly TariffLine[], ms: number): number {
  return chargesOf(lines, ms).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}
