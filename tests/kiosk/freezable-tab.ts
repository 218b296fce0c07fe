import { chromium, type LaunchOptions, type Page } from '@playwright/test'
import { freePort } from '../support/free-port.ts'

/** A tab of a browser that the test does not hold awake: it is hidden, frozen, let go on and shown as a tablet does it. */
export interface FreezableTab {
  readonly page: Page
  /** Another tab comes to the front, and the browser stops this one. */
  freeze(): Promise<void>
  /** The browser lets it go on, and it comes to the front again. */
  thaw(): Promise<void>
  close(): Promise<void>
}

/**
 * Playwright makes its pages believe that they are in front always, so none of them can be frozen. The pages of a
 * browser that it finds running and is told to leave as it is can.
 */
export async function openFreezableTab(options: LaunchOptions): Promise<FreezableTab> {
  const port = await freePort()
  const args = [...(options.args ?? []), `--remote-debugging-port=${port}`]
  const launched = await chromium.launch({ ...options, args })
  const found = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const context = found.contexts()[0]!
  const page = await context.newPage()
  const browser = await context.newCDPSession(page)
  await browser.send('Page.enable')
  return {
    page,
    async freeze() {
      const other = await context.newPage()
      await other.bringToFront()
      await browser.send('Page.setWebLifecycleState', { state: 'frozen' })
    },
    async thaw() {
      await browser.send('Page.setWebLifecycleState', { state: 'active' })
      await page.bringToFront()
      for (const other of context.pages()) if (other !== page) await other.close()
    },
    async close() {
      await found.close()
      await launched.close()
    },
  }
}
