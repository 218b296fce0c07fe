import { spawn, type ChildProcess } from 'node:child_process'
import { say } from '../terminal/progress.ts'

/** A program that ends by itself so soon after its start was broken, and would be again; in ms. */
const GIVEN_TO_END_MS = 10_000

export interface KeptProgram {
  /** Ends the program, waits for that, and starts it again; called meanwhile, it does so once more. */
  restart(): Promise<void>
  /** Ends it for good. */
  stop(): Promise<void>
}

/** What is run, and with which environment. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * Runs a program beside this one, its output as it comes. One that ends by itself is left so until the next `restart`.
 * @param ended called with its exit code where nobody asked it to end
 */
export function keepRunning(program: Program, ended: (code: number | null) => void): KeptProgram {
  let child: ChildProcess | undefined
  let turn: Promise<void> = Promise.resolve()
  let isWaiting = false

  function start(): void {
    const started = spawn(program.command, [...program.args], {
      env: program.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child = started
    started.once('error', (error) => say(`${program.command} could not be started: ${error.message}`))
    started.once('close', (code) => {
      if (child !== started) return
      child = undefined
      ended(code)
    })
  }

  async function end(): Promise<void> {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const closed = new Promise<void>((resolve) => ending.once('close', () => resolve()))
    ending.kill('SIGTERM')
    const impatience = setTimeout(() => ending.kill('SIGKILL'), GIVEN_TO_END_MS)
    await closed
    clearTimeout(impatience)
  }

  start()
  return {
    restart() {
      // One that waits for its turn starts what is there by then.
      if (isWaiting) return turn
      isWaiting = true
      turn = turn.then(async () => {
        isWaiting = false
        await end()
        start()
      })
      return turn
    },
    async stop() {
      await turn
      await end()
    },
  }
}
