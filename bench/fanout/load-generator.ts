import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Measurement, Order, Pace, Target } from './load/orders.ts'
import { pinned } from './pinned.ts'

const program = fileURLToPath(new URL('./load/generator.ts', import.meta.url))

/** The load generator's process, as this program talks to it. One order at a time. */
export class LoadGenerator {
  readonly #child: ChildProcess

  constructor(target: Target) {
    const [command, args] = pinned('load', [process.execPath, program, JSON.stringify(target)])
    this.#child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  }

  /** @returns how many of them did not come about */
  async connect(count: number, pace?: Pace): Promise<number> {
    const order: Order = pace === undefined ? { do: 'connect', count } : { do: 'connect', count, pace }
    return (await this.#carryOut(order, 'connected')).failed
  }

  async stall(count: number): Promise<void> {
    await this.#carryOut({ do: 'stall', count }, 'stalled')
  }

  /** @param begun called when the first second to be measured is about to come */
  async measure(seconds: number, begun: () => void, reconnectsPerSecond = 0): Promise<Measurement> {
    this.#next('begun').then(begun, () => {})
    return (await this.#carryOut({ do: 'measure', seconds, reconnectsPerSecond }, 'measured')).measurement
  }

  stop(): void {
    this.#child.kill('SIGKILL')
  }

  #carryOut<K extends Answer['answer']>(order: Order, kind: K): Promise<Extract<Answer, { answer: K }>> {
    const answered = this.#next(kind)
    this.#child.send(order)
    return answered
  }

  #next<K extends Answer['answer']>(kind: K): Promise<Extract<Answer, { answer: K }>> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: unknown) => {
        const answer = message as Answer
        if (answer.answer !== kind) return
        this.#child.off('message', onMessage)
        this.#child.off('exit', onExit)
        resolve(answer as Extract<Answer, { answer: K }>)
      }
      const onExit = () => reject(new Error('the load generator has ended'))
      this.#child.on('message', onMessage)
      this.#child.once('exit', onExit)
    })
  }
}
