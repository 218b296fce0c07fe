import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Target } from './load/orders.ts'
import { pinned } from './pinned.ts'

/** How long a server may take until it listens, in ms. */
const PATIENCE = 60_000

export interface RunningServer {
  readonly pid: number
  readonly target: Target
  stop(): Promise<void>
}

export interface Start {
  readonly command: readonly string[]
  readonly dialect?: Target['dialect']
  readonly path?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** What each line of the server's output says of its port, if it does; servers that print none are given one. */
  readonly port: number | ((line: string) => number | undefined)
  /** Runs once the server is gone, or when it does not start. */
  readonly cleanUp?: () => void
}

/** Starts a server on its own core and waits until it listens. @throws Error when it ends or stays silent */
export async function startServer(start: Start): Promise<RunningServer> {
  const [program, args] = pinned('server', start.command)
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', process.env['BENCH_VERBOSE'] === undefined ? 'ignore' : 'inherit'],
    env: { ...process.env, ...start.env },
    cwd: start.cwd,
  })
  const stop = () => stopProcess(child, start.cleanUp)
  try {
    const port = await within(PATIENCE, typeof start.port === 'number' ? reach(start.port) : printed(child, start.port))
    // What it goes on printing is nobody's, but a full pipe would stop it.
    child.stdout?.resume()
    if (child.pid === undefined) throw new Error(`${program} has not started`)
    const target: Target = { port, path: start.path ?? '/ws/time/', dialect: start.dialect ?? 'websocket' }
    return { pid: child.pid, target, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function printed(child: ChildProcess, portOf: (line: string) => number | undefined): Promise<number> {
  if (child.stdout === null) throw new Error('a server without output')
  for await (const line of createInterface(child.stdout)) {
    const port = portOf(line)
    if (port !== undefined) return port
  }
  throw new Error(`${child.spawnargs.join(' ')} ended without listening`)
}

async function reach(port: number): Promise<number> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const reached = await new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    socket.destroy()
    if (reached) return port
    await pause(100)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`silent for ${ms / 1000} s`)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function stopProcess(child: ChildProcess, cleanUp: (() => void) | undefined): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(force)
  }
  cleanUp?.()
}
