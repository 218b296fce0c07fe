import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { findChromium } from '../../tools/browser/chromium.ts'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { say } from '../../tools/terminal/progress.ts'

/** `npm run screenshots`: the pictures of the documentation, taken anew from the demo site at a fixed instant. */

const folder = join(import.meta.dirname, '../../docs/images')
const schemes = ['light', 'dark'] as const

async function kioskPictures(browser: Browser, server: TestServer, scheme: (typeof schemes)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 }, colorScheme: scheme, hasTouch: true })
  const take = (name: string) => picture(page, `kiosk-${name}-${scheme}`)
  await page.goto(server.kioskUrl)
  await page.getByText('Live').first().waitFor()
  await take('start')
  await page.getByRole('button', { name: 'Touch to begin' }).tap()
  await page.getByRole('button', { name: /^Wash/ }).tap()
  await page.getByRole('button', { name: /^Full/ }).waitFor()
  await take('services')
  await page.getByRole('button', { name: /^Full/ }).tap()
  await page.getByRole('button', { name: /Today/ }).tap()
  await page.getByText('Past').first().waitFor()
  await take('slots')
  await page.close()
}

async function consolePictures(browser: Browser, server: TestServer, scheme: (typeof schemes)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: scheme })
  const take = (name: string) => picture(page, `console-${name}-${scheme}`)
  await page.goto(server.consoleUrl)
  await page.getByLabel('User name').fill(server.owner.username)
  await page.getByLabel('Password', { exact: true }).fill(server.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Coming next' }).waitFor()
  await page.getByText('Live').first().waitFor()
  await take('today')
  await page.getByRole('link', { name: 'Bookings', exact: true }).click()
  await page.getByRole('table').waitFor()
  await take('wash-bookings')
  await page.getByRole('link', { name: 'Clock', exact: true }).click()
  await page.getByRole('heading', { name: 'Who follows the clock' }).waitFor()
  await take('clock')
  await page.close()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  say(`  docs/images/${name}.png`)
}

await ensureBuilt()
mkdirSync(folder, { recursive: true })
const { executablePath } = await findChromium()
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
const server = await startTestServer()
try {
  for (const scheme of schemes) {
    await kioskPictures(browser, server, scheme)
    await consolePictures(browser, server, scheme)
  }
} finally {
  await browser.close()
  await server.stop()
}
