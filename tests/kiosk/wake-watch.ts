import type { Page } from '@playwright/test'

export type WakeEvent = 'resume' | 'visible' | 'online'

/** What a page noted of one wake, by its own `performance.now()`, in ms. */
export interface Wake {
  readonly event: WakeEvent
  readonly at: number
  /** When the page showed that it doubts its clock; null when it never did. */
  readonly doubtAt: number | null
  /** When the first answer of an exchange after the wake arrived; null before it. */
  readonly answerAt: number | null
}

/** Runs in the page before anything of ours: notes wakes, what the clock shows after them, and when answers come. */
function watchWakes(): void {
  const wakes: { event: string; at: number; doubtAt: number | null; answerAt: number | null }[] = []
  const note = (event: string) => {
    const at = performance.now()
    // A page that was in doubt before it woke shows so from the first.
    const isDoubted = document.querySelector('.server-clock')?.getAttribute('data-mode') === 'doubt'
    wakes.push({ event, at, doubtAt: isDoubted ? at : null, answerAt: null })
  }
  // Capturing, and first: before the page itself hears of it.
  document.addEventListener('resume', () => note('resume'), { capture: true })
  window.addEventListener('online', () => note('online'), { capture: true })
  const shown = () => document.visibilityState === 'visible' && note('visible')
  document.addEventListener('visibilitychange', shown, { capture: true })
  const observer = new MutationObserver((changes) => {
    if (!changes.some(({ target }) => (target as HTMLElement).dataset['mode'] === 'doubt')) return
    for (const wake of wakes) wake.doubtAt ??= performance.now()
  })
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-mode'] })
  const Plain = WebSocket
  class Heard extends Plain {
    constructor(url: string) {
      super(url)
      this.addEventListener('message', ({ data }) => {
        if (!String(data).includes('sync_reply')) return
        for (const wake of wakes) wake.answerAt ??= performance.now()
      })
    }
  }
  Object.assign(globalThis, { WebSocket: Heard, wakes })
}

export async function watchForWakes(page: Page): Promise<void> {
  await page.addInitScript(watchWakes)
}

export async function wakesOf(page: Page): Promise<readonly Wake[]> {
  return page.evaluate(() => (globalThis as unknown as { wakes: Wake[] }).wakes)
}
