import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as expectSoon } from '@playwright/test'

// A server that starts anew, with its demo to make up, takes what the machine has to spare.
const soon = { timeout: 90_000 }
const expect = expectSoon.configure(soon)

const root = join(import.meta.dirname, '../..')
const parts = ['src-server', 'src-shared', 'src-renderer', 'src-main', 'kiosk', 'tools', 'bench', 'tests/tsconfig.json']
const ports = { KERBSIDE_PORT: '0', KERBSIDE_STAFF_PORT: '0' }
const configs = ['package.json', 'tsconfig.base.json', 'tsconfig.json', 'electron.vite.config.ts', 'package-lock.json']

/** `npm run dev` in a working tree of its own, whose files the test may change. */
export class DevRun {
  readonly folder = mkdtempSync(join(tmpdir(), 'kerbside-dev-'))
  readonly #child: ChildProcess
  #said = ''

  /** @param words after `npm run dev --` @param more what the environment says besides */
  constructor(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
    for (const name of [...parts, ...configs]) cpSync(join(root, name), join(this.folder, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'))
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KERBSIDE_')))
    this.#child = spawn(process.execPath, ['tools/dev.ts', '--seed', '7', ...words], {
      cwd: this.folder,
      env: { ...env, ...ports, KERBSIDE_NTP: 'off', KERBSIDE_LOG_LEVEL: 'error', ...more },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()))
  }

  get said(): string {
    return this.#said
  }

  /** How often something was said. */
  count(words: RegExp): number {
    return this.#said.match(new RegExp(words, 'g'))?.length ?? 0
  }

  async url(page: 'console' | 'kiosk'): Promise<string> {
    const address = new RegExp(`the ${page} at (http\\S+/${page}/)`)
    await expect.poll(() => address.exec(this.#said)?.[1] ?? this.#said, soon).toMatch(/^http/)
    return address.exec(this.#said)?.[1] ?? ''
  }

  edit(file: string, from: string, to: string): void {
    const path = join(this.folder, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}`)
    writeFileSync(path, text.replace(from, to))
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#child.once('close', resolve))
    this.#child.kill('SIGTERM')
    const code = await ended
    rmSync(this.folder, { recursive: true, force: true })
    return code
  }
}
