import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium, expect as expectSoon, type Page, test } from '@playwright/test'
import { DevRun } from '../support/dev-run.ts'
import { freePort } from '../support/free-port.ts'
import { developmentTree } from './desktop-app.ts'

// The main program is built at each save, and starts anew with the server in it.
const soon = { timeout: 120_000 }
const expect = expectSoon.configure(soon)

let run: DevRun | undefined
let electron: string
let port: number
let browser: Browser | undefined

test.beforeEach(async () => {
  test.skip(process.platform !== 'linux', 'a shell script stands before Electron, which tells it to be looked at')
  electron = mkdtempSync(join(tmpdir(), 'kerbside-electron-'))
  port = await freePort()
  const program = join(electron, 'electron')
  writeFileSync(program, `#!/bin/sh\nexec "${developmentTree.executable}" --remote-debugging-port=${port} "$@"\n`)
  chmodSync(program, 0o755)
  cpSync(join(dirname(developmentTree.executable), 'version'), join(electron, 'version'))
  run = new DevRun(['--no-sandbox'], { ELECTRON_OVERRIDE_DIST_PATH: electron })
})
test.afterEach(async () => {
  await browser?.close()
  await test.info().attach('what the run said', { body: run?.said ?? '' })
  expect(await run?.stop()).toBe(0)
  rmSync(electron, { recursive: true })
})

/** The page in the window, once there is one. */
async function windowPage(): Promise<Page> {
  await browser?.close()
  const connect = () => chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  await expect
    .poll(async () => {
      const seen = await connect().catch(() => undefined)
      const urls = seen?.contexts().flatMap((context) => context.pages().map((page) => page.url()))
      await seen?.close()
      return urls
    }, soon)
    .toEqual(['app://console/'])
  browser = await connect()
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the window has no page')
  return page
}

const listening = /"event":"listening"/

test('the window takes an edit of the page up without a reload, and one of the main program starts it anew', async () => {
  test.setTimeout(600_000)
  const dev = run!
  await expect.poll(() => dev.count(listening), soon).toBe(1)
  let page = await windowPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text())
  })
  await page.reload()
  await page.getByLabel('User name').fill('owner')
  dev.edit('src-renderer/sign-in/SignInForm.tsx', '<form', '<form data-edited="by hand"')
  await expect(page.locator('[data-edited="by hand"]')).toBeVisible()
  // Fast refresh keeps what was typed.
  await expect(page.getByLabel('User name')).toHaveValue('owner')
  expect(refused).toEqual([])

  // The product's own policy holds in the window: nothing else on this machine is reached.
  const reached = await page.evaluate(() => fetch('http://127.0.0.1:1/').then(String, () => 'refused'))
  expect(reached).toBe('refused')

  dev.edit('src-main/lifecycle/desktop.ts', 'version: app.getVersion()', "version: 'edited'")
  await expect.poll(() => dev.count(listening), soon).toBe(2)
  page = await windowPage()
  await expect(page.getByLabel('User name')).toBeVisible()
  expect(await page.evaluate(() => window.kerbside?.version)).toBe('edited')

  // A slip is said, and the window stays as it was.
  dev.edit('src-main/lifecycle/desktop.ts', 'export async function openDesktop', 'export asyn function openDesktop')
  await expect.poll(() => dev.count(/The window goes on with what was built before/), soon).toBe(1)
  await page.screenshot({ path: 'test-results/dev-window.png' })
  dev.edit('src-main/lifecycle/desktop.ts', 'export asyn function openDesktop', 'export async function openDesktop')
  await expect.poll(() => dev.count(listening), soon).toBe(3)
})
