import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { addressesOf, type DesktopApp, signIn, startDesktop, targets } from './desktop-app.ts'
import { bookWash, connectKiosk } from './kiosk-customer.ts'

for (const target of targets) {
  test.describe(`the console in the ${target.name}`, () => {
    test.describe.configure({ mode: 'serial' })
    let desktop: DesktopApp

    test.beforeAll(async () => {
      desktop = await startDesktop(target)
    })
    test.afterAll(() => desktop?.dispose())

    test('asks who is here, on its own address, with the clock running', async () => {
      const { page } = desktop
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      expect(page.url()).toBe('app://console/')
      await expect(page.locator('.server-clock__word')).toHaveText('Live')
      const clock = page.locator('.server-clock__time')
      const before = await clock.textContent()
      await expect(clock).not.toHaveText(before ?? '')
      await page.screenshot({ path: `test-results/desktop-sign-in-${target.name.replace(' ', '-')}.png` })
    })

    test('signs in, and shows the day in figures', async () => {
      const { page } = desktop
      await signIn(page)
      await expect(page.locator('[data-metric="Free bays"] .metric__figure')).toHaveText(/^\d+$/)
      await expect(page.locator('[data-metric="Takings today"] .metric__figure')).toContainText('₹')
      await expect(page.locator('.server-clock__word')).toHaveText('Live')
    })

    test('keeps the session out of the page’s reach', async () => {
      const held = await desktop.page.evaluate(async () => {
        const answer = await fetch('/api/v1/session')
        return { status: answer.status, cookies: document.cookie, setCookie: answer.headers.get('set-cookie') }
      })
      expect(held).toEqual({ status: 200, cookies: '', setCookie: null })
    })

    test('hears of a kiosk’s booking at once', async () => {
      const { page } = desktop
      const { publicUrl } = await addressesOf(page)
      const { reference } = await bookWash(publicUrl, 'KL 07 DT 4711')
      await expect(page.getByText(reference).first()).toBeVisible({ timeout: 5_000 })
      await page.screenshot({ path: `test-results/desktop-today-${target.name.replace(' ', '-')}.png` })
    })

    test('counts a kiosk that connects, and one that goes', async () => {
      const { page } = desktop
      const { publicUrl } = await addressesOf(page)
      const figure = page.locator('[data-metric="Kiosks connected"] .metric__figure')
      const socket = await connectKiosk(publicUrl)
      await expect(figure).toHaveText('1')
      socket.close()
      await expect(figure).toHaveText('0')
    })

    test('saves a receipt as a file where the person says', async () => {
      const { page, app } = desktop
      const folder = mkdtempSync(join(tmpdir(), 'kerbside-saved-'))
      // Stands for the person in the system's dialog, which a test cannot press.
      await app.evaluate(({ webContents }, into) => {
        const { session } = webContents.getAllWebContents()[0]!
        session.on('will-download', (_event, item) => item.setSavePath(`${into}/${item.getFilename()}`))
      }, folder)
      await page.getByRole('link', { name: 'Receipts' }).click()
      await page.getByLabel('Number or plate').fill('1')
      await page.getByRole('button', { name: 'Show R-000001' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save as PDF' }).click()
      const saved = () => readdirSync(folder)
      await expect.poll(saved).toEqual([expect.stringMatching(/^R-000001.*\.pdf$/)])
      const start = () =>
        readFileSync(join(folder, saved()[0] ?? ''))
          .subarray(0, 5)
          .toString('latin1')
      await expect.poll(start).toBe('%PDF-')
      await page.keyboard.press('Escape')
      rmSync(folder, { recursive: true })
    })

    test('tells of what happened by the system’s own notifications', async () => {
      await expect(
        desktop.page.evaluate(() => window.kerbside!.notify('Kerbside', 'KL07BX1234 is ready')),
      ).resolves.toBe(undefined)
    })

    for (const event of ['lock-screen', 'suspend'] as const) {
      test(`is locked, on the server too, when the system says ${event}`, async () => {
        const { page, app } = desktop
        // Stands for the system, which a test can neither lock nor lay to sleep.
        await app.evaluate(({ powerMonitor }, said) => powerMonitor.emit(said), event)
        await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
        const refused = await page.evaluate(async () => {
          const answer = await fetch('/api/v1/session')
          return [answer.status, ((await answer.json()) as { code: string }).code]
        })
        expect(refused).toEqual([403, 'session_locked'])
        await page.getByLabel('PIN or password').fill('harbour-attendant')
        await page.getByRole('button', { name: 'Unlock' }).click()
        await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
      })
    }

    test('is signed out when the page says so', async () => {
      const { page } = desktop
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      expect(await page.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(401)
    })
  })
}
