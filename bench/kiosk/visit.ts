import type { Browser, CDPSession, Page } from '@playwright/test'

/** A cheap tablet, against the machine that the bench runs on. */
export const SLOWDOWN = 6

/** What one visit with an empty cache came to. */
export interface Visit {
  /** Everything that came over the wire for the page, headers with it. */
  readonly bytes: number
  /** Of that, scripts. */
  readonly scriptBytes: number
  /** From the start of navigation until what leads on can be pressed and the page has nothing left to do for it, ms. */
  readonly interactiveMs: number
  /** How long the page kept its thread without a break of 50 ms: the sum of what went beyond, ms. */
  readonly blockedMs: number
  readonly longTasks: number
  /** From a touch until the page begins to handle it, ms; one for each touch. */
  readonly inputDelaysMs: readonly number[]
}

interface Marks {
  interactiveAt?: number
  readonly longTasks: number[]
  readonly delays: number[]
}

declare global {
  interface Window {
    benchMarks: Marks
  }
}

/** Runs in the page before any of its scripts. @param leadsOn finds the button that leads on, once it can be pressed */
function watch(leadsOn: string): void {
  const marks: Marks = { longTasks: [], delays: [] }
  window.benchMarks = marks
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) marks.longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.name === 'pointerdown' || entry.name === 'click')
        marks.delays.push(entry.processingStart - entry.startTime)
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  function look(): void {
    if (document.querySelector(leadsOn) === null) requestAnimationFrame(look)
    else requestIdleCallback(() => (marks.interactiveAt = performance.now()))
  }
  look()
}

/** A page that is visited. */
export interface Visited {
  readonly url: string
  /** A selector of the button that leads on; it finds nothing until that can be pressed. */
  readonly leadsOn: string
  use(page: Page): Promise<void>
}

/** Opens a page as a new visitor on a slowed processor, and uses it. */
export async function visit(browser: Browser, { url, leadsOn, use }: Visited): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, hasTouch: true })
  try {
    const page = await context.newPage()
    await page.addInitScript(watch, leadsOn)
    const session = await context.newCDPSession(page)
    const wire = await countBytes(session)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(url)
    await page.waitForFunction(() => window.benchMarks.interactiveAt !== undefined)
    await page.waitForLoadState('networkidle')
    const { bytes, scriptBytes } = wire()
    const { interactiveAt, longTasks } = await page.evaluate(() => window.benchMarks)
    await use(page)
    const { delays } = await page.evaluate(() => window.benchMarks)
    return {
      bytes,
      scriptBytes,
      interactiveMs: interactiveAt ?? Number.NaN,
      blockedMs: longTasks.reduce((sum, ms) => sum + ms - 50, 0),
      longTasks: longTasks.length,
      inputDelaysMs: delays,
    }
  } finally {
    await context.close()
  }
}

async function countBytes(session: CDPSession): Promise<() => { bytes: number; scriptBytes: number }> {
  const scripts = new Set<string>()
  let [bytes, scriptBytes] = [0, 0]
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  return () => ({ bytes, scriptBytes })
}
