import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const built = join(import.meta.dirname, '../../out/server/headless.js')

/** The built server as a process of its own, on a folder that outlives it. */
export class ServerProcess {
  readonly publicUrl: string
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>

  private constructor(child: ChildProcess, gone: Promise<unknown>, publicUrl: string) {
    this.#child = child
    this.#gone = gone
    this.publicUrl = publicUrl
  }

  /** @throws Error with what the server said, when it ends before it listens */
  static async start(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const { PATH = '', HOME = '' } = process.env
    const child = spawn(process.execPath, [built], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME,
        KERBSIDE_HOST: '127.0.0.1',
        KERBSIDE_PORT: '0',
        KERBSIDE_STAFF_PORT: '0',
        KERBSIDE_DATA_DIR: dataDir,
        KERBSIDE_DEMO: '1',
        KERBSIDE_KIOSK_ACCESS: 'open',
        KERBSIDE_NTP: 'off',
        KERBSIDE_LOG_LEVEL: 'error',
        ...env,
      },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const gone = once(child, 'exit')
    const line = await Promise.race([once(createInterface(child.stdout), 'line'), gone.then(() => undefined)])
    if (line === undefined) throw new Error(`the server ended before it listened: ${said}`)
    const { public_url } = JSON.parse(String(line[0])) as { public_url: string }
    return new ServerProcess(child, gone, public_url)
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
