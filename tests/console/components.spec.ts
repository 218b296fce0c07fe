import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { expectNoAxeFindings } from '../support/axe.ts'
import { projectRoot } from '../../tools/places.ts'

// `npm run components`: every control in each of its states.

/** Parts of a screen or of the flow, which are nothing by themselves; the kiosk's own tests see them. */
const noControls = ['Screen', 'StepLine', 'TopBar', 'WaysOut', 'FailureNotice', 'LinkBanner']
/** What a control is made of, or stands in. */
const partsOfOthers = ['Segment', 'CalendarPopover', 'InLanguage']

const pages = {
  console: ['src-renderer/controls'],
  kiosk: ['kiosk/frame', 'kiosk/keys'],
} as const

let server: ViteDevServer
let address: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await createServer({
    configFile: join(projectRoot, 'tools/components/vite.config.ts'),
    server: { port: 0, hmr: false },
    logLevel: 'error',
  })
  await server.listen()
  address = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(async () => {
  await server.close()
})

async function open(page: Page, name: string, shown: string, how: string) {
  await page.goto(`${address}${name}.html#${shown}?${how}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

async function entriesOf(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Controls' }).getByRole('link').allTextContents()
}

/** Axe on what is shown; the page around it has no landmarks and heading order worth keeping while a dialog covers it. */
async function expectClean(page: Page, where: string) {
  await expectNoAxeFindings(page, where, { withoutRules: ['region', 'heading-order'] })
}

for (const [name, folders] of Object.entries(pages)) {
  test(`every control of the ${name} has its states on the page of components`, async ({ page }) => {
    await open(page, name, '', '')
    const files = folders.flatMap((folder) => readdirSync(join(projectRoot, folder)))
    const controls = files.filter((file) => file.endsWith('.tsx')).map((file) => file.replace('.tsx', ''))
    const missing = controls.filter((one) => !partsOfOthers.includes(one) && !noControls.includes(one))
    expect(await entriesOf(page)).toEqual(expect.arrayContaining(missing))
  })

  for (const how of ['theme=light', 'theme=dark', 'theme=contrast', 'theme=light&language=ar&text=200%25']) {
    test(`axe finds nothing in any state of a control of the ${name}, ${how}`, async ({ page }) => {
      test.setTimeout(240_000)
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await open(page, name, '', how)
      for (const entry of await entriesOf(page)) {
        await open(page, name, entry, how)
        await expectClean(page, entry)
        await expectNoSidewaysScroll(page, entry)
        const states = await page.getByRole('main').getByRole('link').allTextContents()
        for (const state of states) {
          await open(page, name, `${entry}/${state}`, how)
          await expect(page.getByRole('dialog')).toBeVisible()
          await expectClean(page, `${entry}/${state}`)
        }
      }
      expect(complaints).toEqual([])
    })
  }
}

/** Long text and large text wrap; nothing is wider than the window. */
async function expectNoSidewaysScroll(page: Page, where: string) {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(tooWide, where).toBeLessThanOrEqual(0)
}
