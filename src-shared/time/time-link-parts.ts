import type { Random, TimeSource, Timers } from './time-source.ts'

export interface TimeSocket {
  send(text: string): void
  close(): void
}

export interface TimeSocketEvents {
  opened(): void
  received(text: string): void
  /**
   * Closed or failed; nothing follows.
   * @param reconnectWithinMs within how long a restarting server asks to be called again; undefined after any other end
   */
  closed(reconnectWithinMs?: number): void
}

/** Opens a socket to `/ws/time/`. It may call back at any later time, and may throw when it cannot even try. */
export type OpenTimeSocket = (events: TimeSocketEvents) => TimeSocket

/** What wakes a page, or tells it that the network is back. */
export type WakeReason = 'visible' | 'pageshow' | 'resume' | 'online'

export interface TimeLinkParts {
  readonly time: TimeSource
  readonly timers: Timers
  readonly random: Random
  readonly openSocket: OpenTimeSocket
}
