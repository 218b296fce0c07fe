import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The program itself: a file. */
export const headlessEntry = join(import.meta.dirname, '../../src-server/headless.ts')
// Node 22 and 23 take off types only when they are asked to.
const flags = process.features.typescript === false ? ['--experimental-strip-types'] : []

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The server from its source. */
const fromSource = [process.execPath, ...flags, headlessEntry]

/** The server as its own process, with an environment that nothing of this machine's leaks into. */
export class HeadlessServer {
  readonly #child
  #stdout = ''
  #stderr = ''
  readonly ended: Promise<Ended>

  /** @param command a program that starts the server, such as a package's */
  constructor(env: Readonly<Record<string, string>>, command: readonly string[] = fromSource) {
    const { PATH = '', HOME = '' } = process.env
    const [program = process.execPath, ...args] = command
    this.#child = spawn(program, args, {
      env: { PATH, HOME, KERBSIDE_NTP: 'off', KERBSIDE_MDNS: 'off', ...env },
    })
    this.#child.stdout.on('data', (chunk: Buffer) => (this.#stdout += chunk.toString()))
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()))
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code) => resolve({ code, stdout: this.#stdout, stderr: this.#stderr }))
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Resolves once it has said on standard output where it listens. */
  async ready(): Promise<Readonly<Record<string, string>>> {
    while (!this.#stdout.includes('\n')) {
      const ended = await Promise.race([
        this.ended,
        new Promise<undefined>((go) => this.#child.stdout.once('data', () => go(undefined))),
      ])
      if (ended !== undefined) throw new Error(`ended with ${ended.code}: ${ended.stderr}`)
    }
    return JSON.parse(this.#stdout) as Record<string, string>
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal)
    return this.ended
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
