import type { monitorEventLoopDelay } from 'node:perf_hooks'
import { connectKiosk } from '../../tests/desktop/kiosk-customer.ts'
import type { RunningProgram } from './programs.ts'

/** Kiosks that follow the time while the console is in use. */
export const KIOSKS = 200

export interface EventLoopDelay {
  readonly p50_ms: number
  readonly p99_ms: number
  readonly max_ms: number
}

/** Uses the console as an attendant while kiosks are connected, and watches the main process's event loop meanwhile. */
export async function delayOnABusyDay(
  { app, page, publicUrl }: RunningProgram,
  rounds: number,
): Promise<EventLoopDelay> {
  await page.getByLabel(/user name/i).fill('attendant')
  await page
    .getByLabel(/password/i)
    .first()
    .fill('harbour-attendant')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  const kiosks = await Promise.all(Array.from({ length: KIOSKS }, () => connectKiosk(publicUrl)))
  await app.evaluate(() => {
    const monitor = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 })
    monitor.enable()
    Object.assign(globalThis, { benchMonitor: monitor })
  })
  for (let round = 0; round < rounds; round += 1) {
    for (const key of ['2', '3', '4', '5', '6', '1']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
    }
    await page.keyboard.press('w')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(`KL07BX${1000 + round}`)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(500)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const delay = await app.evaluate(() => {
    const { benchMonitor } = globalThis as unknown as { benchMonitor: ReturnType<typeof monitorEventLoopDelay> }
    return [benchMonitor.percentile(50), benchMonitor.percentile(99), benchMonitor.max]
  })
  for (const kiosk of kiosks) kiosk.terminate()
  // The monitor's own pause of 5 ms is in each figure.
  const [p50_ms = Number.NaN, p99_ms = Number.NaN, max_ms = Number.NaN] = delay.map(
    (ns) => Math.round(ns / 1e4 - 500) / 100,
  )
  return { p50_ms, p99_ms, max_ms }
}
