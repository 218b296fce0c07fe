/** What the bench uses of timesync 1.0, which brings no types of its own. */
declare module 'timesync' {
  export interface TimeSync {
    /** To be replaced by a transport; the promise fails when the request does. */
    send(to: string, data: { id: number }, timeoutMs: number): Promise<void>
    receive(from: string, reply: { jsonrpc: '2.0'; id: number; result: number }): void
    now(): number
    destroy(): void
  }

  export function create(options: {
    server: string
    /** How often it asks, milliseconds. */
    interval?: number
    now: () => number
  }): TimeSync
}
