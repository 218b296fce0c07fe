import { expect, test, type Page } from '@playwright/test'
import { type DesktopApp, developmentTree, signIn, startDesktop } from './desktop-app.ts'

let desktop: DesktopApp | undefined
test.afterEach(async () => {
  await desktop?.dispose()
  desktop = undefined
})

async function openLot({ app, page }: DesktopApp): Promise<Page> {
  await page.getByRole('link', { name: 'Lot', exact: true }).click()
  const [lot] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'In its own window' }).click(),
  ])
  await expect(lot.getByRole('heading', { level: 1 })).toHaveText('Lot')
  return lot
}

test('a screen in its own window is as confined as the console, and locked with it', async () => {
  desktop = await startDesktop(developmentTree)
  const { app, page, stderr } = desktop
  await signIn(page)
  const lot = await openLot(desktop)
  // Signed in, with sockets of its own.
  await expect(lot.getByRole('banner')).toContainText('attendant')
  await expect(lot.locator('.server-clock')).toContainText('Live')
  expect(await lot.evaluate(() => ['process', 'require', 'module'].filter((name) => name in window))).toEqual([])
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
    ),
  )
  const confined = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }
  expect(preferences).toMatchObject([confined, confined])
  // Its bridge answers, and takes no other screen's name; its page opens nothing by itself.
  expect(await lot.evaluate(() => window.kerbside!.autostart.get())).toBe(false)
  const refused = await lot.evaluate(() => window.kerbside!.openWindow('settings' as 'lot').catch(String))
  expect(refused).toContain('the arguments are not what it takes')
  expect(await lot.evaluate(() => window.open('app://console/?window=today#/today'))).toBeNull()
  await expect.poll(stderr).toContain('refused to open a window')

  await lot.getByRole('button', { name: 'Lock', exact: true }).click()
  for (const one of [lot, page]) await expect(one.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await page.getByLabel('PIN or password').fill('2468')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(lot.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(lot.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('asked for again, a window comes to the front; a second one is not made', async () => {
  desktop = await startDesktop(developmentTree)
  await signIn(desktop.page)
  await openLot(desktop)
  await desktop.page.getByRole('button', { name: 'In its own window' }).click()
  await desktop.page.evaluate(() => window.kerbside!.autostart.get())
  const count = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(count).toBe(2)
})

test('a window that was open is opened again where it was, and one that was closed is not', async () => {
  desktop = await startDesktop(developmentTree)
  await signIn(desktop.page)
  await openLot(desktop)
  const place = { x: 60, y: 50, width: 1000, height: 640 }
  await desktop.app.evaluate(({ BrowserWindow }, bounds) => {
    const lot = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('window=lot'))
    lot!.setBounds(bounds)
  }, place)
  desktop = await desktop.restart()
  const isLot = (page: Page) => page.url().includes('window=lot')
  await expect.poll(() => desktop!.app.windows().filter(isLot).length).toBe(1)
  const bounds = () =>
    desktop!.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes('window=lot'))!
        .getBounds(),
    )
  expect(await bounds()).toEqual(place)
  await desktop.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().includes('window=lot')) window.close()
    }
  })
  desktop = await desktop.restart()
  await desktop.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  const count = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(count).toBe(1)
})

test('the system is told how many things need somebody, and nothing once nobody is signed in', async () => {
  desktop = await startDesktop(developmentTree)
  const { app, page } = desktop
  await signIn(page)
  // A display without a task bar cannot be asked what it shows, so what it is told is kept in its place.
  await app.evaluate(({ app: program }) => {
    const told: number[] = []
    Object.assign(globalThis, { told })
    program.setBadgeCount = (count = 0) => told.push(count) > 0
  })
  const badge = () => app.evaluate(() => (globalThis as unknown as { told: number[] }).told.at(-1))
  await page.evaluate(() => window.kerbside!.showBadge(3))
  expect(await badge()).toBe(3)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(badge).toBe(0)
})
