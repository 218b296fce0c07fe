import { WebSocket } from 'ws'

/** One program that follows the time, and how late each tick left the server, in ms after its second. */
export class TickFollower {
  readonly #socket: WebSocket
  #lateness: number[] = []

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/ws/time/`)
    this.#socket.on('message', (data: Buffer) => {
      const {
        type,
        server_ms: sentAt,
        timestamp,
      } = JSON.parse(data.toString()) as {
        type: string
        server_ms: number
        timestamp: number
      }
      // The first is sent on connect, wherever the second stands.
      if (type === 'time_update' && sentAt !== undefined) this.#lateness.push(sentAt - timestamp * 1000)
    })
    this.#socket.once('message', () => (this.#lateness = []))
  }

  /** What was noted since the last time this was asked. */
  take(): readonly number[] {
    const noted = this.#lateness
    this.#lateness = []
    return noted
  }

  close(): void {
    this.#socket.terminate()
  }
}
