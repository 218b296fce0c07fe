import { createStore } from 'zustand/vanilla'
import type { ServerTimeState, ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'

/** A quarter to one on a Friday, in Kochi. */
const NOW = Date.parse('2025-12-05T07:15:22Z')

/** The server's time as the demo has it, standing still: what is drawn today is drawn the same tomorrow. */
export function stillTime(changed: Partial<ServerTimeState> = {}): ServerTimeStore {
  const store = createStore<ServerTimeState>(() => ({
    serverTime: NOW,
    timeData: {
      type: 'time_update',
      datetime: '2025-12-05T12:45:22+05:30',
      formatted: 'Friday, December 05 2025, 12:45:22 PM',
      date: '2025-12-05',
      time: '12:45:22 PM',
      time_24h: '12:45:22',
      timestamp: NOW / 1000,
      year: 2025,
      month: 12,
      day: 5,
      hour: 12,
      minute: 45,
      second: 22,
      weekday: 'Friday',
      timezone: 'Asia/Kolkata',
      epoch: 1,
      seq: 42,
      server_ms: NOW,
      clock_state: 'trusted',
    },
    isConnected: true,
    mode: 'synced',
    uncertaintyMs: 4,
    serverClockState: 'trusted',
    storeTrouble: null,
    demoAheadMs: 0,
    canSubmit: true,
    canBook: true,
    blockedBecause: null,
    syncLost: false,
    deviceTime: null,
    compareWithServerTime: () => 'after',
    isBeforeServerTime: () => false,
    isAfterServerTime: () => true,
    ...changed,
  }))
  const nothing = () => undefined
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    start: nothing,
    stop: nothing,
    wake: nothing,
    follow: nothing,
    now: () => store.getState().serverTime,
    onBeat: () => nothing,
    onAvailability: () => nothing,
    onReload: () => nothing,
    tellState: nothing,
  }
}
