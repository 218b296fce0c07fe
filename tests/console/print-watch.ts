import type { Page } from '@playwright/test'

/** What a page would have put on paper. */
export interface Printed {
  readonly text: string
  /** The `@page` rule that was in force. */
  readonly page: string
  readonly codes: number
}

/** Takes the place of the browser's print dialog, and keeps what was printed by it. Call before the page is opened. */
export async function watchPrinting(page: Page): Promise<() => Promise<Printed[]>> {
  await page.addInitScript(() => {
    const printed: Printed[] = []
    window.print = () => {
      const sheet = document.querySelector<HTMLElement>('.print-sheet')
      const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      printed.push({
        text: sheet?.innerText ?? '',
        page: rules.find((rule) => rule.startsWith('@page')) ?? '',
        codes: sheet?.querySelectorAll('svg path').length ?? 0,
      })
    }
    Object.assign(window, { printed })
  })
  return () => page.evaluate(() => (window as unknown as { printed: Printed[] }).printed)
}
