import { expect, type Page } from '@playwright/test'

/** Expects a page to take no text for HTML or for a script, and to run nothing that stands in it: its policy, where it is enforced. */
export async function expectTextStaysText(page: Page): Promise<void> {
  const outcome = await page.evaluate(() => {
    const errorOf = (act: () => unknown) => {
      try {
        act()
      } catch (error) {
        return error instanceof Error ? error.name : 'another error'
      }
      return 'taken'
    }
    const script = document.createElement('script')
    const inline = document.createElement('script')
    inline.append(document.createTextNode('window.ranInline = true'))
    document.head.append(inline)
    return {
      html: errorOf(() => document.body.insertAdjacentHTML('beforeend', '<b>text</b>')),
      script: errorOf(() => (script.src = '/elsewhere.js')),
      policy: errorOf(() =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('own', {}),
      ),
      ranInline: 'ranInline' in window,
    }
  })
  expect(outcome).toEqual({ html: 'TypeError', script: 'TypeError', policy: 'TypeError', ranInline: false })
}
