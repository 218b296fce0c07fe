import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type DesktopApp, developmentTree, packaged, startDesktop } from './desktop-app.ts'
import { type AppImageLike, appImageLike, startFeed, type UpdateFeed } from './update-feed.ts'

test.skip(process.platform !== 'linux', 'an AppImage is Linux’s; how the others install is electron-updater’s own')

let feed: UpdateFeed
let image: AppImageLike
let desktop: DesktopApp | undefined
test.beforeEach(async () => {
  feed = await startFeed()
  image = appImageLike()
})
test.afterEach(async () => {
  await desktop?.dispose()
  desktop = undefined
  feed.close()
  image.dispose()
})

const notes = '## For customers\n\n- Faster **at the kiosk**\n- <img src=x onerror=alert(1)>\n'

async function start(extra: Record<string, string> = {}): Promise<DesktopApp> {
  desktop = await startDesktop(image.target, { ...image.env, KERBSIDE_UPDATE_URL: feed.url, ...extra })
  return desktop
}

async function signInAs(page: Page, name: 'admin' | 'attendant'): Promise<void> {
  await page.getByLabel('User name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(`harbour-${name}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
}

const stateIn = (page: Page) => page.evaluate(async () => (await window.kerbside!.updates.get()).state)
const isReady = (page: Page) => expect.poll(async () => (await stateIn(page)).is).toBe('ready')

/** Closes the demo's shift by the API, as the Cash screen does. */
async function closeShift(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const { shift } = (await (await fetch('/api/v1/shifts/current')).json()) as { shift: { id: string } }
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const body = JSON.stringify({ counted_minor: 0, pin: '2468' })
    return (await fetch(`/api/v1/shifts/${shift.id}/close`, { method: 'POST', headers, body })).status
  })
  expect(status).toBe(200)
}

const backupsOf = ({ dataDir }: DesktopApp) =>
  readdirSync(dataDir, { recursive: true }).filter((name) => String(name).endsWith('-quit.sqlite'))

test('a newer version is fetched quietly, told with its notes, and held back while a shift is open', async () => {
  feed.publish({ version: '9.9.9', notes, script: image.script })
  const { page, app, exited } = await start()
  await signInAs(page, 'admin')
  await expect(page.getByText('Kerbside 9.9.9 is ready to be installed.')).toBeVisible()
  await page.getByRole('link', { name: 'Look at it' }).click()
  const part = page.getByRole('region', { name: 'Updates' })
  await expect(part.getByText('Version 9.9.9 is ready.')).toBeVisible()
  await expect(part.getByRole('heading', { name: 'For customers' })).toBeVisible()
  await expect(part.getByRole('listitem')).toHaveText(['Faster at the kiosk', '<img src=x onerror=alert(1)>'])
  await expect(part.getByText('A shift is open. Close it first')).toBeVisible()
  const button = part.getByRole('button', { name: 'Restart and update' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await button.scrollIntoViewIfNeeded()
  await page.screenshot({ path: 'test-results/desktop-update-held.png' })
  // Whatever the page says: the server is asked.
  expect(await page.evaluate(() => window.kerbside!.updates.install())).toBe('shift_open')

  await app.evaluate((electron) => electron.app.quit())
  expect(await exited).toBe(0)
  expect(Object.keys(image.images())).toEqual(['Kerbside-0.1.0.AppImage'])
  expect(image.started()).toBe('')
})

test('“Restart and update” asks, makes a backup, installs the version and starts it', async () => {
  feed.publish({ version: '9.9.9', notes, script: image.script })
  const started = await start()
  const { page, exited } = started
  await signInAs(page, 'admin')
  await closeShift(page)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await page.getByRole('button', { name: 'Restart and update' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restart and update to 9.9.9?' })
  await expect(dialog).toContainText('Kiosks cannot book meanwhile')
  await page.screenshot({ path: 'test-results/desktop-update-ask.png' })
  await dialog.getByRole('button', { name: 'Restart and update' }).click()
  expect(await exited).toBe(0)
  expect(image.images()).toEqual({ 'Kerbside-9.9.9.AppImage': image.script })
  await expect.poll(image.started).toBe('started, and is to exit: no\n')
  expect(backupsOf(started)).toHaveLength(1)
})

test('quitting with no shift open installs what is ready, and starts nothing', async () => {
  feed.publish({ version: '9.9.9', script: image.script })
  const { page, app, exited } = await start()
  await signInAs(page, 'admin')
  await closeShift(page)
  await isReady(page)
  await app.evaluate((electron) => electron.app.quit())
  expect(await exited).toBe(0)
  expect(image.images()).toEqual({ 'Kerbside-9.9.9.AppImage': image.script })
  expect(image.started()).toBe('started, and is to exit: true\n')
})

test('the system’s own wish to end it installs nothing', async () => {
  feed.publish({ version: '9.9.9', script: image.script })
  const { page, app, exited } = await start()
  await signInAs(page, 'admin')
  await closeShift(page)
  await isReady(page)
  app.process().kill('SIGTERM')
  expect(await exited).toBe(0)
  expect(Object.keys(image.images())).toEqual(['Kerbside-0.1.0.AppImage'])
})

for (const version of ['0.1.0', '0.0.9', '0.1.0-beta.1']) {
  test(`version ${version} is nothing newer`, async () => {
    feed.publish({ version, script: image.script })
    const { page } = await start()
    await expect.poll(() => stateIn(page)).toEqual({ is: 'current', looked: true })
    expect(feed.asked).toEqual(['/kerbside/latest-linux.yml'])
  })
}

test('what is not what was announced is thrown away, and said', async () => {
  feed.publish({ version: '9.9.9', digest: `${'A'.repeat(86)}==`, script: image.script })
  const { page, app, exited } = await start()
  await signInAs(page, 'admin')
  await closeShift(page)
  await expect.poll(() => stateIn(page)).toEqual({ is: 'failed', why: 'damaged' })
  await page.evaluate(() => (location.hash = '#/settings'))
  await expect(page.getByText('What was fetched is not what was announced')).toBeVisible()
  await app.evaluate((electron) => electron.app.quit())
  expect(await exited).toBe(0)
  expect(Object.keys(image.images())).toEqual(['Kerbside-0.1.0.AppImage'])
  expect(image.started()).toBe('')
})

test('a feed that points to another host is not followed', async () => {
  const other = await startFeed()
  other.publish({ version: '9.9.9', script: image.script })
  feed.publish({ version: '9.9.9', address: `${other.url}Kerbside-9.9.9.AppImage`, script: image.script })
  try {
    const { page, stderr } = await start()
    await expect.poll(() => stateIn(page)).toEqual({ is: 'failed', why: 'unreachable' })
    expect(other.asked).toEqual([])
    expect(stderr()).toContain(`refused a request of the updater to ${other.url}`)
  } finally {
    other.close()
  }
})

test('an address that does not answer is said, and tried again when somebody asks', async () => {
  const { page } = await start()
  await expect.poll(() => stateIn(page)).toEqual({ is: 'failed', why: 'unreachable' })
  feed.publish({ version: '0.1.0', script: image.script })
  await signInAs(page, 'admin')
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('This is the newest version.')).toBeVisible()
})

test('only an admin changes anything, and what was chosen is kept', async () => {
  feed.publish({ version: '9.9.9', channel: 'beta', script: image.script })
  feed.publish({ version: '0.1.0', script: image.script })
  const { page } = await start()
  const tried = () =>
    page.evaluate(async () => {
      const { updates } = window.kerbside!
      const refused = (call: Promise<unknown>) =>
        call.then(
          () => 'done',
          () => 'refused',
        )
      return [
        await refused(updates.set({ check: true, channel: 'beta' })),
        await refused(updates.check()),
        await updates.install(),
      ]
    })
  expect(await tried()).toEqual(['refused', 'refused', 'not_admin'])
  await signInAs(page, 'attendant')
  expect(await tried()).toEqual(['refused', 'refused', 'not_admin'])
  await expect(page.getByText('is ready to be installed')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signInAs(page, 'admin')
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByLabel('Versions', { exact: true }).selectOption('Also those before them, to try out')
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('Version 9.9.9 is ready.')).toBeVisible()
  expect(await page.evaluate(async () => (await window.kerbside!.updates.get()).preferences)).toEqual({
    check: true,
    channel: 'beta',
  })
})

test('after an update it says once what is new', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-updated-'))
  mkdirSync(join(dataDir, 'desktop'))
  const ready = { version: '0.1.0', notes }
  const kept = { format: 1, preferences: { check: false, channel: 'stable' }, ran: '0.0.9', ready, news: null }
  writeFileSync(join(dataDir, 'desktop', 'updates.json'), JSON.stringify(kept))
  try {
    const { page } = await start({ KERBSIDE_DATA_DIR: dataDir })
    await signInAs(page, 'admin')
    await expect(page.getByText('Kerbside was updated: this is version 0.1.0.')).toBeVisible()
    await page.getByRole('button', { name: 'What is new' }).click()
    const dialog = page.getByRole('dialog', { name: 'What is new in 0.1.0' })
    await expect(dialog.getByRole('listitem').first()).toHaveText('Faster at the kiosk')
    await page.screenshot({ path: 'test-results/desktop-update-news.png' })
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('Kerbside was updated')).toHaveCount(0)
    // It was told not to look.
    expect(feed.asked).toEqual([])
  } finally {
    await desktop?.dispose()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

for (const { name, target, env, why } of [
  { name: 'nobody has said where from', target: 'image', env: { KERBSIDE_UPDATE_URL: '' }, why: 'no_feed' },
  {
    name: 'the address is no safe one',
    target: 'image',
    env: { KERBSIDE_UPDATE_URL: 'http://updates.example/' },
    why: 'feed_refused',
  },
  { name: 'a package manager brings them', target: 'package', env: { APPIMAGE: '' }, why: 'package_manager' },
  { name: 'it is a development tree', target: 'tree', env: {}, why: 'not_installed' },
] as const) {
  test(`there are none where ${name}, and nothing is asked for`, async () => {
    const url = { KERBSIDE_UPDATE_URL: feed.url, ...env }
    if (target === 'image') await start(url)
    else desktop = await startDesktop(target === 'tree' ? developmentTree : packaged, url)
    expect(await stateIn(desktop!.page)).toEqual({ is: 'none', why })
    await signInAs(desktop!.page, 'admin')
    await desktop!.page.evaluate(() => (location.hash = '#/settings'))
    await expect(desktop!.page.getByRole('region', { name: 'Updates' })).toBeVisible()
    await expect(desktop!.page.getByRole('button', { name: 'Look now' })).toHaveCount(0)
    expect(feed.asked).toEqual([])
  })
}
