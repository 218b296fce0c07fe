import { readFileSync } from 'node:fs'

/**
 * A process that listens to its inspector on this machine. V8 leaves what nobody needs any more where it is until it wants
 * the room, so that what a process holds says little about what it cannot give back: here it is made to give back first.
 */
export class CollectedMemory {
  readonly #pid: number
  readonly #inspector: WebSocket
  #asked = 0

  private constructor(pid: number, inspector: WebSocket) {
    this.#pid = pid
    this.#inspector = inspector
  }

  /** @param said what the process wrote when it began to listen */
  static async of(pid: number, said: string): Promise<CollectedMemory> {
    const url = /Debugger listening on (ws:\S+)/.exec(said)?.[1]
    if (url === undefined) throw new Error(`no inspector listens: ${said}`)
    const inspector = new WebSocket(url)
    await new Promise((open, fail) => {
      inspector.addEventListener('open', open, { once: true })
      inspector.addEventListener('error', fail, { once: true })
    })
    return new CollectedMemory(pid, inspector)
  }

  /** MB that stay in use once V8 has let go of what it can; by Linux's own count. */
  async residentMb(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage')
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  }

  close(): void {
    this.#inspector.close()
  }

  async #ask(method: string): Promise<void> {
    this.#asked += 1
    const id = this.#asked
    const over = new AbortController()
    const { signal } = over
    const answered = new Promise<void>((resolve, reject) => {
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as { id?: number; error?: { message: string } }
        if (answer.id !== id) return
        if (answer.error === undefined) resolve()
        else reject(new Error(answer.error.message))
      }
      this.#inspector.addEventListener('message', hear, { signal })
      this.#inspector.addEventListener('close', () => reject(new Error('the process is gone')), { signal })
    }).finally(() => over.abort())
    this.#inspector.send(JSON.stringify({ id, method }))
    await answered
  }
}
