import type { Page, Request } from '@playwright/test'

/** So often is looked, in ms, and so many times in a row nothing may be under way. */
const LOOK_MS = 50
const CALM_LOOKS = 5
/** A page that is busy for longer has something wrong with it. */
const MOST_LOOKS = 600
/** What says that an answer is awaited. */
const WAITING = '[aria-busy="true"], .waiting, .busy'

const underWay = new WeakMap<Page, Set<Request>>()

/** Keeps count of what a page asks from now on. */
export function watchForRest(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/**
 * Waits until a watched page asks nothing and waits for nothing. Playwright's `networkidle` is true for good once a page has
 * loaded, whatever it asks later.
 */
export async function waitForRest(page: Page): Promise<void> {
  const requests = underWay.get(page)
  if (requests === undefined) throw new Error('the page is not watched')
  let calm = 0
  for (let looks = 0; calm < CALM_LOOKS; looks += 1) {
    if (looks > MOST_LOOKS) {
      throw new Error(`still under way: ${[...requests].map((request) => request.url()).join(', ') || WAITING}`)
    }
    const isCalm = requests.size === 0 && (await page.locator(WAITING).count()) === 0
    calm = isCalm ? calm + 1 : 0
    await page.waitForTimeout(LOOK_MS)
  }
}
