import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { standStill } from './stopped.ts'

const built = join(import.meta.dirname, '../../out/server/headless.js')

export interface ServerProcessOptions {
  readonly env?: Readonly<Record<string, string>>
  /** A program that starts the server in its own place, such as a tracer. */
  readonly under?: readonly string[]
}

interface Urls {
  readonly public_url: string
  readonly staff_url: string
}

/** The server ended before it listened; the message is what it said. */
export class NotStarted extends Error {}

/** The built server as a process of its own, on a folder that outlives it. */
export class ServerProcess {
  readonly publicUrl: string
  readonly staffUrl: string
  /** What it wrote for its keeper while it started. */
  readonly said: string
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>

  private constructor(child: ChildProcess, gone: Promise<unknown>, { public_url, staff_url }: Urls, said: string) {
    this.#child = child
    this.#gone = gone
    this.publicUrl = public_url
    this.staffUrl = staff_url
    this.said = said
  }

  /** @throws NotStarted with what the server said, when it ends before it listens */
  static async start(dataDir: string, { env = {}, under = [] }: ServerProcessOptions = {}): Promise<ServerProcess> {
    const { PATH = '', HOME = '' } = process.env
    const [program = '', ...args]: readonly string[] = [...under, process.execPath, built]
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME,
        KERBSIDE_HOST: '127.0.0.1',
        KERBSIDE_PORT: '0',
        KERBSIDE_STAFF_PORT: '0',
        KERBSIDE_DATA_DIR: dataDir,
        KERBSIDE_AUDIT_DIR: join(dataDir, 'audit'),
        KERBSIDE_DEMO: '1',
        KERBSIDE_KIOSK_ACCESS: 'open',
        KERBSIDE_NTP: 'off',
        KERBSIDE_MDNS: 'off',
        KERBSIDE_LOG_LEVEL: 'error',
        ...env,
      },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const gone = once(child, 'exit')
    const line = await Promise.race([once(createInterface(child.stdout), 'line'), gone.then(() => undefined)])
    if (line === undefined) throw new NotStarted(said)
    return new ServerProcess(child, gone, JSON.parse(String(line[0])) as Urls, said)
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('it never ran')
    return this.#child.pid
  }

  /** Nothing of it runs on, until it is killed. */
  async standStill(): Promise<void> {
    await standStill(this.pid)
  }

  /** As a power cut ends it, as far as the process goes: nothing of it runs any more. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#gone
  }
}
