import type { Page } from '@playwright/test'
import { expect, signIn } from '../console/console-test.ts'
import { Counter } from '../kiosk/status-walk.ts'
import type { Darkroom } from './darkroom.ts'

/** Each screen by its address, as a picture of that name. */
const screens = [
  ['today', '#/today'],
  ['lot', '#/lot'],
  ['bookings', '#/bookings'],
  ['wash-board', '#/washes'],
  ['cash', '#/cash'],
  ['receipts', '#/receipts'],
  ['tariffs', '#/tariffs'],
  ['tariff-editor', '#/tariffs?edit'],
  ['permits', '#/permits'],
  ['reports', '#/reports?from=2025-11-28&to=2025-12-05'],
  ['audit', '#/audit?from=2025-11-28&to=2025-12-05'],
  ['kiosks', '#/kiosks'],
  ['site', '#/site'],
  ['hours', '#/hours'],
  ['bays', '#/bays'],
  ['plan', '#/plan'],
  ['services', '#/services'],
  ['staff', '#/staff'],
  ['settings', '#/settings'],
  ['account', '#/account'],
  ['start', '#/start'],
] as const

/** The clock looks at itself so often, and so long makes a plot. */
const LOOKS_EVERY_MS = 10_000
const PLOTTED_MS = 60_000

/** Every screen of the console, as the owner sees it. */
export async function takeConsole(darkroom: Darkroom): Promise<void> {
  await takePairing(darkroom)
  const tablets = [await pairTablet(darkroom, 'Gate'), await pairTablet(darkroom, 'Wash hall')]
  const page = await darkroom.page('console')
  await signIn(page, darkroom.server)
  await page.getByText('Live').first().waitFor()
  for (const [name, address] of screens) {
    await open(page, address)
    await darkroom.take(page, `console-${name}`)
  }
  await takeOverlays(darkroom, page)
  await open(page, '#/clock')
  await fillPlot(darkroom, page)
  await darkroom.take(page, 'console-clock')
  for (const each of [page, ...tablets]) await each.context().close()
}

/** A tablet that nobody has paired yet. */
async function takePairing(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('kiosk')
  await page.goto(darkroom.server.kioskUrl)
  await page.getByRole('heading', { name: 'Pair this kiosk' }).waitFor()
  await darkroom.take(page, 'kiosk-pairing')
  await page.context().close()
}

/** A tablet with the kiosk page open, so that the console has one to show. */
async function pairTablet(darkroom: Darkroom, name: string): Promise<Page> {
  const { server } = darkroom
  const counter = new Counter(server)
  await counter.signIn()
  const { code } = await counter.ask('POST', '/api/v1/devices/pairing-codes', { device_name: name })
  const page = await darkroom.page('kiosk')
  await page.goto(server.kioskUrl)
  await page.request.post(`${server.publicUrl}/api/v1/devices/pair`, {
    data: { code },
    headers: { origin: server.publicUrl },
  })
  await page.reload()
  await page.getByRole('button', { name: 'Touch to begin' }).waitFor()
  return page
}

/** A plot of the clock takes half a minute to begin, which passes here in a few seconds. */
async function fillPlot({ server }: Darkroom, page: Page): Promise<void> {
  const toTheFirst = LOOKS_EVERY_MS - (server.time.wallMs() % LOOKS_EVERY_MS)
  for (let ms = toTheFirst; ms < PLOTTED_MS; ms += LOOKS_EVERY_MS) {
    server.advance(ms === toTheFirst ? toTheFirst : LOOKS_EVERY_MS)
    // The server notices within a second that it is later.
    await page.waitForTimeout(1100)
  }
  await page.getByText('Nothing to plot yet').waitFor({ state: 'hidden', timeout: 60_000 })
}

async function open(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(page.locator('.waiting')).toHaveCount(0)
}

/** What lies over the screens: a bay's sheet, the palette, notices, shortcuts, how it all looks. */
async function takeOverlays(darkroom: Darkroom, page: Page): Promise<void> {
  await open(page, '#/lot')
  await page
    .getByRole('option', { name: /^A\d\d, .*Taken/ })
    .first()
    .click()
  await page.getByRole('region', { name: /^Bay A/ }).waitFor()
  await darkroom.take(page, 'console-bay')
  await open(page, '#/today')
  await page.keyboard.press('/')
  await page.keyboard.type('KL')
  await page.getByRole('option').first().waitFor()
  await darkroom.take(page, 'console-palette')
  await page.keyboard.press('Escape')
  await page.locator('.notice-button').click()
  await page.getByRole('dialog').waitFor()
  await darkroom.take(page, 'console-notices')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await darkroom.take(page, 'console-shortcuts')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('dialog').waitFor()
  await darkroom.take(page, 'console-display')
  await page.keyboard.press('Escape')
}
