import type { BrowserWindow, RenderProcessGoneDetails } from 'electron'
import { log } from '../log.ts'

/** How often a failed page is loaded again without asking. */
const quietReloads = 3

/** What to do when the page's process has ended. */
export function afterProcessGone(
  reason: RenderProcessGoneDetails['reason'],
  failuresBefore: number,
): 'nothing' | 'reload' | 'ask' {
  if (reason === 'clean-exit') return 'nothing'
  return failuresBefore < quietReloads ? 'reload' : 'ask'
}

/**
 * Keeps the console's page alive. The server runs in another process than the page and does not notice.
 * @param mayReload asks the person, when the page has failed too often
 */
export function watchRenderer(window: BrowserWindow, mayReload: () => Promise<boolean>, quit: () => void): void {
  let failures = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const step = afterProcessGone(reason, failures)
    failures += 1
    log(`the console's page ended: ${reason}, exit code ${exitCode}; ${step}`)
    if (step === 'reload') window.webContents.reload()
    if (step === 'ask') void mayReload().then((again) => (again ? window.webContents.reload() : quit()))
  })
  window.on('unresponsive', () => log("the console's page does not respond"))
  window.on('responsive', () => log("the console's page responds again"))
}
