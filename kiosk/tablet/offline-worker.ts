const WORKER = '/kiosk/worker.js'

interface WorkerPolicy {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

/**
 * From then on this browser shows a page of ours where it opens the kiosk while the server is away. Browsers allow that
 * on https and on the machine itself; elsewhere nothing happens.
 */
export function keepOffBrowserErrors(): void {
  if (!('serviceWorker' in navigator)) return
  // Updated by the browser itself, each time that it opens the page.
  navigator.serviceWorker.register(workerAddress() as string, { scope: '/kiosk/' }).catch(() => undefined)
}

/** The one address that the page's policy lets through; the name of the rule stands in that policy. */
function workerAddress(): unknown {
  const { trustedTypes } = window as { trustedTypes?: WorkerPolicy }
  if (trustedTypes === undefined) return WORKER
  return trustedTypes.createPolicy('offline-worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER)
}
