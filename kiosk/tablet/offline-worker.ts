import type { LanguageTag } from '../../src-shared/i18n/languages.ts'

const WORKER = '/kiosk/worker.js'

interface WorkerPolicy {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

/**
 * From then on this browser shows a page of ours where it opens the kiosk while the server is away. Browsers allow that
 * on https and on the machine itself; elsewhere nothing happens.
 * @param languages of the site, in which that page speaks; the worker reads them in its own address
 */
export function keepOffBrowserErrors(languages: readonly LanguageTag[]): void {
  if (!('serviceWorker' in navigator)) return
  const address = `${WORKER}?languages=${languages.join('.')}`
  // Updated by the browser itself, each time that it opens the page.
  navigator.serviceWorker.register(trusted(address) as string, { scope: '/kiosk/' }).catch(() => undefined)
}

/** The one address that the page's policy lets through; the name of the rule stands in that policy. */
function trusted(address: string): unknown {
  const { trustedTypes } = window as { trustedTypes?: WorkerPolicy }
  if (trustedTypes === undefined) return address
  return trustedTypes.createPolicy('offline-worker', { createScriptURL: () => address }).createScriptURL(address)
}
