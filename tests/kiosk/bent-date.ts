import type { Page } from '@playwright/test'

export const YEAR_MS = 365.25 * 86_400_000

/** Runs in the page before anything of ours: the device believes in another time. @param shiftMs milliseconds */
export function bendDate(shiftMs: number): void {
  const Real = Date
  const shift = { ms: shiftMs }
  class Bent extends Real {
    constructor(...args: [] | [number]) {
      if (args.length === 0) super(Real.now() + shift.ms)
      else super(...args)
    }
    static override now(): number {
      return Real.now() + shift.ms
    }
  }
  Object.assign(globalThis, { Date: Bent, deviceClock: shift })
}

/** Somebody sets the clock of a device whose `Date` is bent. @param shiftMs milliseconds away from the truth */
export async function setDeviceClock(page: Page, shiftMs: number): Promise<void> {
  await page.evaluate((ms) => {
    ;(globalThis as unknown as { deviceClock: { ms: number } }).deviceClock.ms = ms
  }, shiftMs)
}
