import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AvailabilityChanged, TimeUpdate } from '../protocol/time-socket.ts'
import type { ClockMode } from '../time/clock-mode.ts'

/** Surely before the server's time, surely after it, or too close to tell: ask the server. */
export type TimeComparison = 'before' | 'after' | 'unknown'

/** What a page knows about the server's time. It changes at most a few times a second. */
export interface ServerTimeState {
  /** Milliseconds since the Unix epoch, for display and countdowns; null before the first exchange. Never runs backwards within an epoch. */
  readonly serverTime: number | null
  /** The newest tick as it arrived; null before the first. */
  readonly timeData: TimeUpdate | null
  readonly isConnected: boolean
  readonly mode: ClockMode
  /** Half the width of what the server's time can be, in milliseconds; null when that is not known. */
  readonly uncertaintyMs: number | null
  /** Whether a form may be sent now, as far as the clock goes. */
  readonly canSubmit: boolean
  /** Whether choosing a slot makes sense now, as far as the clock goes. */
  readonly canBook: boolean
  /** Whether a person should be told that time sync is lost; false again once it is restored. */
  readonly syncLost: boolean
  /** The device's own clock, milliseconds since the Unix epoch; only in mode `offline`, to be shown marked as such. */
  readonly deviceTime: number | null
  /** @param t an ISO 8601 instant with an offset, or milliseconds since the Unix epoch */
  readonly compareWithServerTime: (t: string | number) => TimeComparison
  /** True only when t is surely before the server's time: it has passed. */
  readonly isBeforeServerTime: (t: string | number) => boolean
  /** True only when t is surely after the server's time: it is still to come. */
  readonly isAfterServerTime: (t: string | number) => boolean
}

export interface ServerTimeStore extends Pick<StoreApi<ServerTimeState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Opens the link; calling it twice does no more. */
  start(): void
  /** Closes the link; it can be started again. */
  stop(): void
  /** Server time now in milliseconds since the Unix epoch, finer than `serverTime`; null before the first exchange. */
  now(): number | null
  /** Calls back several times a second while started, also when nothing in the state changed. */
  onBeat(listener: () => void): () => void
  onAvailability(listener: (change: AvailabilityChanged) => void): () => void
}

/** A store that never connects: what a page shows before its first exchange. */
export function createServerTimeStore(_url: string): ServerTimeStore {
  const store = createStore<ServerTimeState>(() => ({
    serverTime: null,
    timeData: null,
    isConnected: false,
    mode: 'init',
    uncertaintyMs: null,
    canSubmit: false,
    canBook: false,
    syncLost: false,
    deviceTime: null,
    compareWithServerTime: () => 'unknown',
    isBeforeServerTime: () => false,
    isAfterServerTime: () => false,
  }))
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    start() {},
    stop() {},
    now: () => null,
    onBeat: () => () => {},
    onAvailability: () => () => {},
  }
}
