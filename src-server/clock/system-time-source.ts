import type { TimeSource } from './clock.ts'

/** The one place that reads the machine's clocks. */
export const systemTimeSource: TimeSource = {
  wallMs: () => Date.now(),
  monotonicMs: () => Number(process.hrtime.bigint()) / 1e6,
}
