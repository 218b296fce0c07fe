import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { installSystemPackages } from '../../tools/machine/packages.ts'
import { sharedCache } from '../../tools/places.ts'
import { runCommand } from '../../tools/terminal/command.ts'
import { freePort } from './free-port.ts'

/** The server too: one program, which goes by the name by which it is started. */
const CHECKER = '/usr/bin/redis-check-rdb'

/** A program that speaks Redis, or why none can be had here. Installs one where that is possible. */
export async function findRedis(): Promise<{ program: string; obstacle?: undefined } | { obstacle: string }> {
  for (const known of ['redis-server', 'valkey-server', linkedServer()])
    if (await runs(known)) return { program: known }
  try {
    // Debian's redis-server would start one on the tester's machine; the program itself comes with the tools.
    if (!existsSync(CHECKER)) await installSystemPackages(['redis-tools'], 'The test of servers that share a site')
  } catch (error) {
    return { obstacle: error instanceof Error ? error.message : String(error) }
  }
  const program = linkedServer()
  mkdirSync(dirname(program), { recursive: true })
  rmSync(program, { force: true })
  symlinkSync(CHECKER, program)
  return (await runs(program)) ? { program } : { obstacle: `Debian's redis-tools no longer have a server in them` }
}

function linkedServer(): string {
  return join(sharedCache(), 'debian/redis-tools/redis-server')
}

async function runs(program: string): Promise<boolean> {
  const { code, stdout } = await runCommand(program, ['--version'])
  return code === 0 && /server/i.test(stdout)
}

/** A Redis of a test's own, that keeps nothing and can be killed. */
export class TestRedis {
  readonly #program: string
  readonly #port: number
  #child: ChildProcess | undefined

  private constructor(program: string, port: number) {
    this.#program = program
    this.#port = port
  }

  static async start(program: string): Promise<TestRedis> {
    const redis = new TestRedis(program, await freePort())
    await redis.start()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`
  }

  /** On the same port as before. Resolves once it takes connections. */
  async start(): Promise<void> {
    const place = ['--port', String(this.#port), '--bind', '127.0.0.1']
    const child = spawn(this.#program, [...place, '--save', '', '--appendonly', 'no'], { stdio: 'pipe' })
    this.#child = child
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    for (let look = 0; look < 400 && child.exitCode === null; look += 1) {
      if (/ready to accept connections/i.test(said)) return
      await pause(25)
    }
    throw new Error(`redis does not start: ${said}`)
  }

  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
