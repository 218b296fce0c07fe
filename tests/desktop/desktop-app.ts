import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'

declare global {
  interface Window {
    readonly kerbside?: DesktopBridge
  }
}

const projectRoot = join(import.meta.dirname, '..', '..')

/** What is started: the built tree on a plain Electron, or what electron-builder packed. */
export interface Target {
  readonly name: string
  readonly executable: string
  readonly args: readonly string[]
}

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the desktop tests are run with \`npm test desktop\``)
  return value
}

export const developmentTree: Target = {
  name: 'development tree',
  executable: fromEnvironment('E2E_ELECTRON'),
  args: [projectRoot],
}
export const packaged: Target = { name: 'package', executable: fromEnvironment('E2E_PACKAGE'), args: [] }
/** The built tree with somebody who answers the dialogs of its start. */
const answering: Target = { ...developmentTree, args: [join(import.meta.dirname, 'answering-app')] }

export const targets = [developmentTree, packaged]

export interface DialogOptions {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

export interface DesktopApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  /** What the application has written on standard error so far. */
  stderr(): string
  /** Runs the same program once more on the same data, to its end. @returns its exit code */
  startAgain(): Promise<number | null>
  /** Quits it, and starts it anew on the same data. */
  restart(): Promise<DesktopApp>
  /** When the application has ended: its exit code. */
  readonly exited: Promise<number | null>
  /** Ends it if it still runs, and removes its data. */
  dispose(): Promise<void>
}

type Env = Record<string, string>

function environment(dataDir: string, extra: Env): Env {
  // A setting of whoever runs the tests must not bend them; only the binding that this Electron needs is handed on.
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('KERBSIDE_') || name === 'KERBSIDE_SQLITE_BINDING',
  )
  const kept = own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return {
    ...Object.fromEntries(kept),
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: '0',
    KERBSIDE_STAFF_PORT: '0',
    KERBSIDE_DATA_DIR: dataDir,
    KERBSIDE_AUDIT_DIR: join(dataDir, 'audit'),
    KERBSIDE_DEMO: '1',
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_NTP: 'off',
    KERBSIDE_MDNS: 'off',
    // Its autostart folder is not the real one.
    XDG_CONFIG_HOME: join(dataDir, 'config'),
    ...extra,
  }
}

/** Starts the application on fresh data and waits for its window. */
export async function startDesktop(target: Target, extra: Env = {}): Promise<DesktopApp> {
  return startOn(target, mkdtempSync(join(tmpdir(), 'kerbside-desktop-')), extra)
}

async function startOn(target: Target, dataDir: string, extra: Env): Promise<DesktopApp> {
  const env = environment(dataDir, extra)
  const app = await _electron.launch({ executablePath: target.executable, args: [...target.args], env })
  let written = ''
  app.process().stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const child = app.process()
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  // The console's own window, whichever others are opened again.
  const isConsole = (one: Page) => !one.url().includes('?window=')
  const page = (await app.firstWindow(), app.windows().find(isConsole)) ?? (await app.waitForEvent('window', isConsole))
  return {
    app,
    page,
    dataDir,
    exited,
    stderr: () => written,
    startAgain: () => runToEnd(target, env).then(({ exitCode }) => exitCode),
    async restart() {
      await app.evaluate((electron) => electron.app.quit())
      await exited
      return startOn(target, dataDir, extra)
    },
    async dispose() {
      if (child.exitCode === null) child.kill('SIGKILL')
      await exited
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs a program that is expected to end by itself. */
function runToEnd(target: Target, env: Env): Promise<{ exitCode: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const noSandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
    const child = spawn(target.executable, [...noSandbox, ...target.args], { env })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, stderr }))
  })
}

/** What the dialogs of a start said, when somebody answered them with these buttons. */
export interface AnsweredStart {
  readonly dialogs: () => readonly DialogOptions[]
  readonly dispose: () => void
}

function answeringEnvironment(answers: readonly number[]): { env: Env; start: AnsweredStart } {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-dialogs-'))
  const file = join(folder, 'dialogs.jsonl')
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
  return {
    env: { E2E_ANSWERS: answers.join(','), E2E_DIALOGS: file },
    start: {
      dialogs: () => lines().map((line) => JSON.parse(line) as DialogOptions),
      dispose: () => rmSync(folder, { recursive: true, force: true }),
    },
  }
}

/** Starts the application with the dialogs of its start answered, and waits for its window. */
export async function startAnswered(answers: readonly number[], extra: Env): Promise<DesktopApp & AnsweredStart> {
  const { env, start } = answeringEnvironment(answers)
  const desktop = await startDesktop(answering, { ...env, ...extra })
  const dispose = async () => {
    await desktop.dispose()
    start.dispose()
  }
  return { ...desktop, dialogs: start.dialogs, dispose }
}

/** Starts the application where it is expected to end without a window, with its dialogs answered. */
export async function startInVain(
  answers: readonly number[],
  extra: Env,
  prepare: (dataDir: string) => void = () => undefined,
) {
  const { env, start } = answeringEnvironment(answers)
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-desktop-'))
  prepare(dataDir)
  try {
    const outcome = await runToEnd(answering, environment(dataDir, { ...env, ...extra }))
    return { ...outcome, dialogs: start.dialogs() }
  } finally {
    start.dispose()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The addresses that the page knows from the bridge. */
export function addressesOf(page: Page): Promise<{ publicUrl: string; staffUrl: string }> {
  return page.evaluate(() => {
    const { publicUrl, staffUrl } = window.kerbside!
    return { publicUrl, staffUrl }
  })
}

/** Signs in by hand, as the demo's attendant. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('attendant')
  await page.getByLabel('Password', { exact: true }).fill('harbour-attendant')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
}

/** From now on dialogs are answered with this button, and kept for `askedDialogs`. */
export function answerDialogs(app: ElectronApplication, button: number): Promise<void> {
  return app.evaluate(({ dialog }, response) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { askedDialogs: asked })
    dialog.showMessageBox = (options: unknown) => {
      asked.push(options)
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
}

/** The dialogs since `answerDialogs`. */
export function askedDialogs(app: ElectronApplication): Promise<readonly DialogOptions[]> {
  return app.evaluate(() => (globalThis as unknown as { askedDialogs: DialogOptions[] }).askedDialogs)
}
