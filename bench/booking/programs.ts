import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pinned } from '../fanout/pinned.ts'
import type { LoadOrder, LoadReport } from './load.ts'

export interface RunningServer {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a program of `bench/booking/servers` on the server's core and waits for its line of JSON. */
export async function startProgram(name: string, args: readonly string[]): Promise<RunningServer> {
  const file = new URL(`./servers/${name}.ts`, import.meta.url).pathname
  const flags = process.env['BENCH_NODE_FLAGS']?.split(' ') ?? []
  const [command, rest] = pinned('server', [process.execPath, ...flags, file, ...args])
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  if (child.pid === undefined) throw new Error(`${name} has no process`)
  return { url, pid: child.pid, stop: () => ended(child, () => child.kill('SIGTERM')) }
}

/** Plays one run of the load generator, in a process of its own on the other core. */
export async function playLoad(order: LoadOrder): Promise<LoadReport> {
  const file = new URL('./load.ts', import.meta.url).pathname
  const [command, rest] = pinned('load', [process.execPath, file, JSON.stringify(order)])
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await firstLine(child)) as LoadReport
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the program has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the program ended without a word')
}

function ended(child: ChildProcess, end: () => void): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    end()
  })
}
