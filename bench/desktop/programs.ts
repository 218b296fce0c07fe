import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { freePort } from '../../tests/support/free-port.ts'
import type { TestEnvironment } from '../../tools/test/environment.ts'

export interface RunningProgram {
  readonly app: ElectronApplication
  readonly page: Page
  readonly publicUrl: string
  readonly staffUrl: string
  /** From the start of the process until a time of day stands in the window, ms. */
  readonly firstTickMs: number
  /** From the start of the process until the server answers; null where there is none. */
  readonly readyMs: number | null
  close(): Promise<void>
}

export interface Program {
  readonly name: string
  start(): Promise<RunningProgram>
}

const elsewhere = join(import.meta.dirname, 'empty-app')

/** Waits until a page shows a time of day, as the sign-in page does and the empty window does at once. */
async function firstTick(page: Page, startedAt: number): Promise<number> {
  await page.waitForFunction(() => /\d\d:\d\d:\d\d/.test(document.body.innerText), undefined, { polling: 'raf' })
  return performance.now() - startedAt
}

export function emptyWindow(environment: TestEnvironment): Program {
  return {
    name: 'empty Electron window',
    async start() {
      const startedAt = performance.now()
      const app = await _electron.launch({ executablePath: environment.env['E2E_ELECTRON'] ?? '', args: [elsewhere] })
      const page = await app.firstWindow()
      const firstTickMs = await firstTick(page, startedAt)
      return { app, page, publicUrl: '', staffUrl: '', firstTickMs, readyMs: null, close: () => app.close() }
    },
  }
}

/** The package, on a copy of a data folder that has a demo site with its week of history. */
export function kerbside(environment: TestEnvironment, site: string): Program {
  return {
    name: 'Kerbside',
    async start() {
      const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-bench-'))
      cpSync(site, dataDir, { recursive: true })
      const [port, staffPort] = [await freePort(), await freePort()]
      const env = settings(environment, dataDir, { KERBSIDE_PORT: `${port}`, KERBSIDE_STAFF_PORT: `${staffPort}` })
      const publicUrl = `http://127.0.0.1:${port}`
      const startedAt = performance.now()
      const [ready, launched] = await Promise.all([
        answersAt(`${publicUrl}/healthz`, startedAt),
        _electron
          .launch({ executablePath: environment.env['E2E_PACKAGE'] ?? '', env })
          .then(async (app) => ({ app, page: await app.firstWindow() }))
          .then(async ({ app, page }) => ({ app, page, firstTickMs: await firstTick(page, startedAt) })),
      ])
      return {
        ...launched,
        publicUrl,
        staffUrl: `http://127.0.0.1:${staffPort}`,
        readyMs: ready,
        async close() {
          launched.app.process().kill('SIGTERM')
          await launched.app.waitForEvent('close').catch(() => undefined)
          rmSync(dataDir, { recursive: true, force: true })
        },
      }
    },
  }
}

function settings({ env }: TestEnvironment, dataDir: string, more: Record<string, string>): Record<string, string> {
  const own = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return {
    ...Object.fromEntries(own),
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_DATA_DIR: dataDir,
    KERBSIDE_DEMO: '1',
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_NTP: 'off',
    KERBSIDE_MDNS: 'off',
    XDG_CONFIG_HOME: join(dataDir, 'config'),
    ...more,
  }
}

async function answersAt(url: string, startedAt: number): Promise<number> {
  for (;;) {
    const answered = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (answered) return performance.now() - startedAt
    await sleep(10)
  }
}

/** Lets the machine forget the files it has read, where it allows that. @returns whether the next start is a cold one */
export function forgetFiles(): boolean {
  return spawnSync('sh', ['-c', 'sync; echo 3 > /proc/sys/vm/drop_caches'], { stdio: 'ignore' }).status === 0
}
