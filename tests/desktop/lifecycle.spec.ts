import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, type Page, test } from '@playwright/test'
import {
  addressesOf,
  answerDialogs,
  askedDialogs,
  type DesktopApp,
  packaged,
  startAnswered,
  startDesktop,
  startInVain,
} from './desktop-app.ts'
import { connectKiosk } from './kiosk-customer.ts'

let desktop: DesktopApp | undefined
test.afterEach(async () => {
  await desktop?.dispose()
  desktop = undefined
})

async function start(): Promise<DesktopApp> {
  desktop = await startDesktop(packaged)
  await desktop.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  return desktop
}

test('closing the window keeps the kiosks served, and opening Kerbside again brings it back', async () => {
  const { app, page, startAgain } = await start()
  const { publicUrl } = await addressesOf(page)
  await answerDialogs(app, 0)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  // Nothing shows tray icons on the tests' display, so Kerbside says that it stays minimised.
  await expect.poll(() => askedDialogs(app)).toMatchObject([{ message: 'Kerbside keeps serving the kiosks' }])
  const kiosk = await fetch(`${publicUrl}/kiosk/`)
  expect([kiosk.status, kiosk.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  expect(await startAgain()).toBe(0)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('where there is a tray, a closed window goes into it without a word and comes back', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is a matter of course')
  // Stands in for the desktop's own tool, which would say that something shows tray icons.
  const tools = mkdtempSync(join(tmpdir(), 'kerbside-tools-'))
  writeFileSync(join(tools, 'gdbus'), '#!/bin/sh\necho "(true,)"\n', { mode: 0o755 })
  desktop = await startDesktop(packaged, {
    PATH: `${tools}:${process.env['PATH']}`,
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  })
  const { app, page, startAgain } = desktop
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await answerDialogs(app, 0)
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await expect.poll(visible).toBe(false)
  expect(await askedDialogs(app)).toEqual([])
  expect(await startAgain()).toBe(0)
  await expect.poll(visible).toBe(true)
  rmSync(tools, { recursive: true })
})

test('a second start focuses the window of the first and ends', async () => {
  const { app, startAgain } = await start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide())
  expect(await startAgain()).toBe(0)
  const windows = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await expect.poll(windows).toEqual([true])
})

test('quitting asks while a kiosk is connected, goes on when told to, and stops everything when confirmed', async () => {
  const { app, page, exited } = await start()
  const { publicUrl } = await addressesOf(page)
  const kiosk = await connectKiosk(publicUrl)
  const closed = new Promise<number>((resolve) => kiosk.once('close', resolve))

  await answerDialogs(app, 0)
  await app.evaluate((electron) => electron.app.quit())
  await expect
    .poll(() => askedDialogs(app))
    .toMatchObject([{ message: 'A kiosk is connected', buttons: ['Keep serving', 'Quit'] }])
  expect((await fetch(`${publicUrl}/healthz`)).status).toBe(200)

  await answerDialogs(app, 1)
  await app.evaluate((electron) => electron.app.quit())
  expect(await exited).toBe(0)
  expect(await closed).toBe(1001)
  await expect(fetch(`${publicUrl}/healthz`)).rejects.toThrow()
})

test('quitting asks nothing when no kiosk is connected', async () => {
  const { app, exited } = await start()
  await app.evaluate((electron) => electron.app.quit())
  expect(await exited).toBe(0)
})

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} stops Kerbside cleanly without asking, even while a kiosk is connected`, async () => {
    test.skip(process.platform === 'win32', 'Windows has no such signals')
    const { app, page, exited } = await start()
    const kiosk = await connectKiosk((await addressesOf(page)).publicUrl)
    const closed = new Promise<number>((resolve) => kiosk.once('close', resolve))
    app.process().kill(signal)
    expect(await exited).toBe(0)
    expect(await closed).toBe(1001)
  })
}

test('a page that crashes is loaded again', async () => {
  const { app, stderr } = await start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  await expect.poll(stderr).toContain("the console's page ended: crashed")
  // Playwright gives a crashed page up, so the application itself is asked.
  const heading = () =>
    app.evaluate(({ BrowserWindow }): Promise<unknown> => {
      const [window] = BrowserWindow.getAllWindows()
      return window!.webContents.executeJavaScript('document.querySelector("h1")?.textContent')
    })
  await expect.poll(heading).toBe('Sign in')
})

test.describe('a port in use', () => {
  let other: Server
  let taken: string

  test.beforeAll(async () => {
    other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    taken = String((other.address() as AddressInfo).port)
  })
  test.afterAll(() => other.close())

  for (const setting of ['KERBSIDE_PORT', 'KERBSIDE_STAFF_PORT']) {
    test(`is explained (${setting}), and the free one that is chosen stays`, async () => {
      const answered = await startAnswered([0], { [setting]: taken })
      desktop = answered
      await expect(answered.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      const [dialog] = answered.dialogs()
      expect(dialog?.message).toContain(`Port ${taken} is in use`)
      expect(dialog?.detail).toContain(setting)
      // It is this test that holds the port.
      if (process.platform === 'linux') expect(dialog?.detail).toContain(`(process ${process.pid})`)
      const [, free = ''] = /^Use port (\d+)$/.exec(dialog?.buttons[0] ?? '') ?? []
      expect(dialog?.buttons).toEqual([`Use port ${free}`, 'Quit'])
      const used = async (page: Page) => {
        const { publicUrl, staffUrl } = await addressesOf(page)
        return new URL(setting === 'KERBSIDE_PORT' ? publicUrl : staffUrl).port
      }
      expect(await used(answered.page)).toBe(free)
      await expect(answered.page.locator('.server-clock__word')).toHaveText('Live')

      // The next start finds it by itself, so that tablets find Kerbside.
      desktop = await answered.restart()
      await expect(desktop.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      expect(await used(desktop.page)).toBe(free)
      expect(answered.dialogs()).toHaveLength(1)
    })
  }

  test('ends Kerbside when that is chosen', async () => {
    const { exitCode, dialogs, stderr } = await startInVain([1], { KERBSIDE_PORT: taken })
    expect(exitCode).toBe(1)
    expect(dialogs).toHaveLength(1)
    expect(stderr).toContain(`KERBSIDE_PORT: port ${taken} is in use`)
  })
})

test('a setting that cannot be used is named, on the screen and on standard error', async () => {
  const { exitCode, dialogs, stderr } = await startInVain([], { KERBSIDE_PORT: 'banana' })
  expect(exitCode).toBe(1)
  expect(dialogs).toMatchObject([
    { message: 'A setting cannot be used', detail: expect.stringContaining('KERBSIDE_PORT') },
  ])
  expect(stderr).toContain('KERBSIDE_PORT: takes a port')
})

test('a store of a newer Kerbside is explained on a page, with what to do, and left as it is', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-newer-'))
  const store = join(dataDir, 'kerbside.sqlite')
  const newer = new BetterSqlite3(store)
  newer.exec('CREATE TABLE of_the_future (n INTEGER) STRICT; PRAGMA user_version = 999')
  newer.close()
  const before = readFileSync(store)
  try {
    desktop = await startDesktop(packaged, { KERBSIDE_DATA_DIR: dataDir })
    const { page } = desktop
    await expect(page.getByRole('heading', { name: 'The data cannot be opened' })).toBeVisible()
    await expect(page.getByText('A newer Kerbside has written this data. Install that version again')).toBeVisible()
    // The data as they lie there are nothing that this version could go on with.
    await expect(page.getByText('There is no backup here')).toBeVisible()
    await page.screenshot({ path: 'test-results/desktop-newer-store.png' })
    await desktop.app.evaluate((electron) => electron.app.quit())
    expect(await desktop.exited).toBe(0)
    expect(readFileSync(store).equals(before)).toBe(true)
  } finally {
    await desktop?.dispose()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a store that cannot be opened is explained', async () => {
  // A damaged one is recovered from in the window; this is none at all.
  const spoil = (dataDir: string) => mkdirSync(join(dataDir, 'kerbside.sqlite', 'folder'), { recursive: true })
  const { exitCode, dialogs } = await startInVain([], {}, spoil)
  expect(exitCode).toBe(1)
  expect(dialogs).toMatchObject([
    { message: 'Kerbside cannot start', detail: expect.stringContaining('kerbside-desktop-') },
  ])
})
