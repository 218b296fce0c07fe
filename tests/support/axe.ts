import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { AXE_LOOK, type AxeLook } from '../../tools/axe/look.ts'

interface Options {
  /** A selector of the part that is looked at; without it all of the page. */
  readonly within?: string
  /** Only these, where everything else has been asked already. */
  readonly onlyRules?: readonly string[]
  /** Rules of whole pages, where only a part is shown. */
  readonly withoutRules?: readonly string[]
}

/**
 * Everything that axe knows of WCAG 2.2 A and AA, and its own best practices.
 * A test goes on after something is found, and fails.
 * @param where the screen, dialog or state, named where something is found
 */
export async function expectNoAxeFindings(
  page: Page,
  where: string,
  { within, onlyRules, withoutRules = [] }: Options = {},
): Promise<void> {
  const builder = new AxeBuilder({ page }).disableRules([...withoutRules])
  if (onlyRules !== undefined) builder.withRules([...onlyRules])
  if (within !== undefined) builder.include(within)
  const { violations } = await builder.analyze()
  const look: AxeLook = { where, ...(await page.evaluate(howItLooks)), findings: violations.length }
  test.info().annotations.push({ type: AXE_LOOK, description: JSON.stringify(look) })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect.soft(found, where).toEqual([])
}

/** What axe knows that depends on colours; all else is the same in each of them. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'] as const

/** As {@link expectNoAxeFindings}, in light colours by every rule, and in dark ones and high contrast by those of colours. Leaves the page in light ones. */
export async function expectNoAxeFindingsInAnyColours(
  page: Page,
  where: string,
  options: Pick<Options, 'within'> = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' })
  await expectNoAxeFindings(page, where, options)
  for (const colours of [
    { colorScheme: 'dark', contrast: 'no-preference' },
    { colorScheme: 'light', contrast: 'more' },
  ] as const) {
    await page.emulateMedia(colours)
    await expectNoAxeFindings(page, where, { ...options, onlyRules: COLOUR_RULES })
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
}

/** Runs in the page: which it is, and how it is shown. */
function howItLooks(): Omit<AxeLook, 'where' | 'findings'> {
  const { documentElement } = document
  const { pathname, hash } = location
  const chosen = documentElement.dataset['theme']
  const isAsked = (what: string) => chosen === undefined && matchMedia(`(${what})`).matches
  const isContrast = chosen === 'contrast' || isAsked('prefers-contrast: more')
  const isDark =
    chosen === 'dark' || documentElement.classList.contains('dark') || isAsked('prefers-color-scheme: dark')
  const kind = (): AxeLook['page'] => {
    if (pathname.startsWith('/kiosk/')) return /^#\/(booking|receipt)\//.test(hash) ? 'phone' : 'kiosk'
    if (pathname.startsWith('/console/')) return 'console'
    return /^\/(console|kiosk)\.html$/.test(pathname) ? 'components' : 'documentation'
  }
  return {
    page: kind(),
    colours: isContrast ? 'high contrast' : isDark ? 'dark' : 'light',
    language: documentElement.lang,
    width: innerWidth,
    height: innerHeight,
    isTextLarge: documentElement.style.fontSize !== '',
  }
}
