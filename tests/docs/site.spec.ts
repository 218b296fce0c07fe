import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { projectRoot } from '../../tools/places.ts'
import { type DocsSite, serveDocs, siteFolder } from './docs-site.ts'

let site: DocsSite
test.beforeAll(async () => {
  test.setTimeout(600_000)
  await promisify(execFile)(process.execPath, [join(projectRoot, 'tools/docs.ts')])
  site = await serveDocs()
})
test.afterAll(() => site.stop())

/** Every page of the built site, as addresses from its root. */
function pages(): string[] {
  return readdirSync(siteFolder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html') && name !== '404.html')
    .map((name) => `/${name.replaceAll('\\', '/')}`)
}

/** The hosts that a page asks for something, its own aside. */
function foreignRequests(page: Page): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  return foreign
}

test('every page opens without an error and asks no other host', async ({ page }) => {
  test.setTimeout(600_000)
  const foreign = foreignRequests(page)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${page.url()}: ${response.status()} ${response.url()}`)
  })
  expect(pages().length).toBeGreaterThan(60)
  for (const address of pages()) {
    await page.goto(site.url + address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  expect(foreign).toEqual([])
  expect(faults).toEqual([])
})

test('every link within the site leads to a page, and to a heading that is there', () => {
  const text = new Map(pages().map((address) => [address, readFileSync(join(siteFolder, address), 'utf8')]))
  const ids = new Map(
    [...text].map(([address, html]) => [address, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  )
  const files = new Set(readdirSync(siteFolder, { recursive: true }).map((name) => `/${String(name)}`))
  let links = 0
  const dead = [...text].flatMap(([address, html]) =>
    [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)]
      .map(([, target = '']) => new URL(target.replaceAll('&amp;', '&'), `http://docs${address}`))
      .filter(({ host }) => host === 'docs')
      .filter(({ pathname, hash }) => {
        links += 1
        const file = decodeURIComponent(pathname).replace(/\/$/, '/index.html')
        const isThere = files.has(file) && (hash === '' || ids.get(file)?.has(decodeURIComponent(hash.slice(1))))
        return !isThere
      })
      .map(({ pathname, hash }) => `${address}: ${pathname}${hash}`),
  )
  expect([...new Set(dead)]).toEqual([])
  expect(links).toBeGreaterThan(5000)
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${scheme}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const context = await browser.newContext({ colorScheme: scheme })
    const page = await context.newPage()
    const guide = pages().filter((address) => address.startsWith('/guide/'))
    for (const address of ['/', '/kiosk-tablets.html', '/api/lot.html', ...guide]) {
      await page.goto(site.url + address)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expectNoAxeFindings(page, address)
    }
    await context.close()
  })
}

test('the search finds a task by its words, without another host', async ({ page }) => {
  const foreign = foreignRequests(page)
  await page.goto(site.url)
  await page.getByRole('button', { name: /Search/ }).click()
  await page.locator('#localsearch-input').fill('lost its ticket')
  await page
    .getByRole('option', { name: /lost its ticket/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/guide\/attendants\.html#/)
  await expect(page.getByRole('heading', { name: /lost its ticket/i })).toBeVisible()
  expect(foreign).toEqual([])
})

test('its colours and its typeface are the product’s, light and dark', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site.url}/operations.html`)
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await page.getByRole('switch').first().click()
  await expect.poll(ground).toBe('rgb(27, 33, 40)')
  await page.reload()
  expect(await ground()).toBe('rgb(27, 33, 40)')
  const typeface = await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next Variable"'))
  expect(typeface).toBe(true)
})

test('the sheet for the entrance prints on one page, without the site around it', async ({ page }) => {
  await page.goto(`${site.url}/guide/kiosk-sheet.html`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const pdf = await page.pdf({ format: 'A4', printBackground: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1)
})
