import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { runCommand } from '../../tools/terminal/command.ts'
import { freePort } from './free-port.ts'

const programs = ['redis-server', 'valkey-server'] as const

/** A program that speaks Redis, or why none can be had here. */
export async function findRedis(): Promise<{ program: string; obstacle?: undefined } | { obstacle: string }> {
  for (const program of programs) {
    const asked = await runCommand(program, ['--version']).catch(() => undefined)
    if (asked?.code === 0) return { program }
  }
  return { obstacle: `neither ${programs.join(' nor ')} is on this machine (Debian: apt install redis-server)` }
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
