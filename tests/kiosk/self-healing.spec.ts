import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectNoAxeFindings } from '../support/axe.ts'
import { intercept } from '../support/intercept.ts'
import { portOf, startTestServer } from '../support/test-server.ts'
import { expect, Kiosk, test } from './kiosk-test.ts'

const built = join(import.meta.dirname, '../../out/kiosk')

test.describe('with the browser’s worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a kiosk that is opened while the server is away shows a page of ours, and begins when it is back', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000)
    const first = await startTestServer()
    const kiosk = new Kiosk(page, first)
    await kiosk.open()
    await expect(kiosk.button('Call the attendant')).toBeVisible()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    await first.halt()
    await page.reload()
    await expect(kiosk.heading('Connecting to the car park')).toBeVisible()
    // A second tab of the same browser, opened afresh.
    const another = await context.newPage()
    await another.goto(first.kioskUrl)
    // In each of the site's languages, the first first.
    await expect(another.getByRole('heading', { level: 1 })).toHaveText([
      'Connecting to the car park',
      'पार्किंग से जुड़ रहा है',
      'കാർ പാർക്കുമായി കണക്ട് ചെയ്യുന്നു',
      'جارٍ الاتصال بالموقف',
    ])
    await expectNoAxeFindings(another, 'while the server is away')
    await another.close()

    const second = await startTestServer({ port: portOf(first.publicUrl), dataDir: first.dataDir, time: first.time })
    await expect(kiosk.button('Touch to begin')).toBeVisible({ timeout: 30_000 })
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await second.stop()
  })
})

test('a newer page is opened by itself, but not under the hands of a customer', async ({ page }) => {
  test.setTimeout(120_000)
  const first = await startTestServer()
  const kiosk = new Kiosk(page, first)
  await kiosk.toServices()
  await expect(kiosk.button('Call the attendant')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { sameVisit: true }))
  const isSameVisit = () => page.evaluate(() => 'sameVisit' in window)
  await first.halt()
  await expect(page.locator('.link-banner')).not.toBeEmpty()

  const newer = newerBuild()
  const { dataDir, time } = first
  const ports = { port: portOf(first.publicUrl), staffPort: portOf(first.staffUrl) }
  const second = await startTestServer({ dataDir, time, ...ports, kioskDir: newer.folder })
  try {
    await expect(page.locator('.link-banner')).toBeEmpty({ timeout: 45_000 })
    await page.waitForTimeout(12_000)
    expect(await isSameVisit()).toBe(true)
    await kiosk.button('Cancel').tap()
    // Whoever asks while the page is being opened gets no answer.
    await expect.poll(() => isSameVisit().catch(() => true), { timeout: 30_000 }).toBe(false)
    await expect(kiosk.button('Touch to begin')).toBeVisible()
    expect(await page.locator('script[type="module"]').getAttribute('src')).toContain(newer.script)
  } finally {
    await second.stop()
    rmSync(newer.folder, { recursive: true })
  }
})

test('the same page after a restart is not opened anew', async ({ page }) => {
  test.setTimeout(120_000)
  const first = await startTestServer()
  const kiosk = new Kiosk(page, first)
  await kiosk.open()
  await expect(kiosk.button('Call the attendant')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { sameVisit: true }))
  await first.halt()
  await expect(page.locator('.link-banner')).not.toBeEmpty({ timeout: 30_000 })
  const { dataDir, time } = first
  const second = await startTestServer({ dataDir, time, port: portOf(first.publicUrl) })
  await expect(page.locator('.link-banner')).toBeEmpty({ timeout: 45_000 })
  await page.waitForTimeout(12_000)
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true)
  await second.stop()
})

test('the worker is of its build, and has nothing to do with the API or with caches', async ({ request, server }) => {
  const worker = await request.get(`${server.kioskUrl}worker.js`)
  expect(worker.headers()['cache-control']).toBe('no-cache')
  const script = await worker.text()
  expect(script).toMatch(/^\/\/ Build [0-9a-f]{12}\n/)
  expect(script).not.toMatch(/\bcaches\b/)
  expect(script).toContain("event.request.mode !== 'navigate'")
})

test('the kiosk can be installed as an application', async ({ request, page, kiosk, server }) => {
  await kiosk.open()
  const address = await page.locator('link[rel="manifest"]').getAttribute('href')
  const answer = await request.get(new URL(address ?? '', server.kioskUrl).href)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest = (await answer.json()) as {
    display: string
    orientation: string
    icons: { src: string; sizes: string }[]
  }
  expect(manifest).toMatchObject({ display: 'fullscreen', orientation: 'any', start_url: '/kiosk/', scope: '/kiosk/' })
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.evaluate(async (url) => {
      const image = await createImageBitmap(await (await fetch(url)).blob())
      return `${image.width}x${image.height}`
    }, src)
    expect(icon).toBe(sizes)
  }
})

test('a tablet that is paired fills the screen from the first touch, and keeps it on; any other page does neither unasked', async ({
  kiosk,
  page,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(window, { asked })
    Element.prototype.requestFullscreen = () => Promise.resolve(void asked.push('full screen'))
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: () => {
          asked.push('awake')
          return Promise.resolve(Object.assign(new EventTarget(), { released: false }))
        },
      },
    })
  })
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked)
  await kiosk.open()
  await expect(kiosk.button('Call the attendant')).toBeVisible()
  await expect.poll(asked).toEqual(['awake'])
  await kiosk.button('Touch to begin').tap()
  await expect(kiosk.heading('What can we do for you?')).toBeVisible()
  expect(await asked()).toEqual(['awake'])
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await asked()).toEqual(['awake', 'awake'])
  // The site asks for pairing, as most do.
  await intercept(page, '**/api/v1/site', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), kiosk_access: 'paired' } })
  })
  await page.reload()
  await expect(kiosk.button('Call the attendant')).toBeVisible()
  await kiosk.button('Touch to begin').tap()
  await expect.poll(asked).toContain('full screen')
})

/** The build once more, under another script's name. */
function newerBuild(): { folder: string; script: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-kiosk-'))
  cpSync(built, folder, { recursive: true })
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const old = /assets\/(index-[\w-]+)\.js/.exec(html)?.[1] ?? ''
  const script = `${old}newer`
  cpSync(join(folder, `assets/${old}.js`), join(folder, `assets/${script}.js`))
  writeFileSync(join(folder, 'index.html'), html.replaceAll(`${old}.js`, `${script}.js`))
  for (const end of ['br', 'gz']) rmSync(join(folder, `index.html.${end}`), { force: true })
  return { folder, script }
}
