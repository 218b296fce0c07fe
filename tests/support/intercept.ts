import type { Page, Route } from '@playwright/test'

type Handler = (route: Route) => unknown

const PROBE = '/is-intercepted'
const TAKEN = 218

/**
 * As `page.route`, on a page that is open already: when this returns, the page's next request is intercepted. A page learns of
 * interception a moment after Chromium has answered that it is on, and what it asks meanwhile goes past it.
 */
export async function intercept(page: Page, what: string | RegExp, handler: Handler): Promise<void> {
  await page.route(`**${PROBE}`, (route) => route.fulfill({ status: TAKEN }))
  await page.route(what, handler)
  await page.evaluate(
    async ({ probe, taken }) => {
      while ((await fetch(probe)).status !== taken);
    },
    { probe: PROBE, taken: TAKEN },
  )
}
