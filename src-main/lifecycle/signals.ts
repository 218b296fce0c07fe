/** What a service manager, a terminal or the end of a login session sends. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * Quits on a signal, without asking anybody; a second one, when stopping takes too long for whoever sends it, ends the process at once.
 * To be called when the application is ready: Electron installs handlers of its own before that, which would ask.
 */
export function quitOnSignals(quit: () => void, endNow: () => void): void {
  let seen = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (seen) return endNow()
      seen = true
      quit()
    })
  }
}
