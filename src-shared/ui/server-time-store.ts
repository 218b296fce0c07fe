import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClockState, StoreTrouble } from '../api/fields.ts'
import type { KioskStateMessage, Reload } from '../protocol/kiosk-state.ts'
import type { AvailabilityChanged, TimeUpdate } from '../protocol/time-socket.ts'
import { syncLost, type ClockMode } from '../time/clock-mode.ts'
import type { TimeComparison } from '../time/compare.ts'
import type { LinkPaceName } from '../time/link-pace.ts'
import type { TimeLinkParts, WakeReason } from '../time/time-link-parts.ts'
import { TimeLink } from '../time/time-link.ts'
import { blockedBecause, isUntrusted, type BookingBlock } from './booking-block.ts'

/** What a page knows about the server's time. It changes when a second has gone, a tick arrives or the mode changes. */
export interface ServerTimeState {
  /** Milliseconds since the Unix epoch, to be shown; null before the first exchange. Never back within an epoch. */
  readonly serverTime: number | null
  /** The newest tick as it arrived; null before the first. */
  readonly timeData: TimeUpdate | null
  /** Whether the link is up and has answered. */
  readonly isConnected: boolean
  readonly mode: ClockMode
  /** Half the width of what the server's time can be, in milliseconds; null when that is not known. */
  readonly uncertaintyMs: number | null
  /** What the server said of its own clock in the newest tick; null before the first. */
  readonly serverClockState: ClockState | null
  /** Why the server can save nothing, as the newest tick says it; null while it can. */
  readonly storeTrouble: StoreTrouble | null
  /** How far the time of a demo site was put ahead of true time, in ms; 0 at any other. */
  readonly demoAheadMs: number
  /**
   * Whether a form may be sent now, as far as the link and the clock here go. A server that cannot vouch for the time still
   * takes payments and confirmations of what is held: what begins a booking goes by `blockedBecause`.
   */
  readonly canSubmit: boolean
  /** Whether choosing a slot makes sense now, as far as the clocks go, the server's too. */
  readonly canBook: boolean
  /** Why no new booking can be sent now; null when it can. `time.blocked.…` has the words; of the disk, each page has its own. */
  readonly blockedBecause: BookingBlock | null
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
  /** Something outside the page (the desktop's power monitor) says that the device slept or is back on the network. */
  wake(reason: WakeReason): void
  /** How closely the server's time is to be followed; `live` until then. */
  follow(pace: LinkPaceName): void
  /** Server time now in milliseconds since the Unix epoch, finer than `serverTime`; null before the first exchange. */
  now(): number | null
  /** Calls back several times a second while started, also when nothing in the state changed. */
  onBeat(listener: () => void): () => void
  /** Calls back on each change, and with null when some may have been missed. */
  onAvailability(listener: (change: AvailabilityChanged | null) => void): () => void
  /** Calls back when the server asks this page to open itself anew. */
  onReload(listener: (reload: Reload) => void): () => void
  /** Tells the server what a kiosk shows; nothing while the link is lost. */
  tellState(state: KioskStateMessage): void
}

export interface ServerTimeParts extends TimeLinkParts {
  /** Starts to listen for what wakes the page; gives what stops it. */
  readonly listenForWake?: (onWake: (reason: WakeReason) => void) => () => void
}

/** The server's time as a store, over one link; nothing happens before `start`. */
export function createServerTimeStore(parts: ServerTimeParts): ServerTimeStore {
  const link = new TimeLink(parts)
  const store = createStore<ServerTimeState>(() => ({
    ...measured(link, parts),
    syncLost: false,
    compareWithServerTime: (t) => link.compare(t),
    isBeforeServerTime: (t) => link.compare(t) === 'before',
    isAfterServerTime: (t) => link.compare(t) === 'after',
  }))
  const publish = () => {
    const change = visibleChange(store.getState(), link, parts)
    if (change !== null) store.setState(change)
  }
  // The first to be told: whoever listens to beats finds the state up to date.
  link.onBeat(publish)
  let stopListening: (() => void) | undefined
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    start() {
      stopListening ??= parts.listenForWake?.((reason) => link.wake(reason))
      link.start()
    },
    stop() {
      stopListening?.()
      stopListening = undefined
      link.stop()
      publish()
    },
    wake: (reason) => link.wake(reason),
    follow: (pace) => link.follow(pace),
    now: () => link.read().displayMs,
    onBeat: (listener) => link.onBeat(listener),
    onAvailability: (listener) => link.onAvailability(listener),
    onReload: (listener) => link.onReload(listener),
    tellState: (state) => link.say(state),
  }
}

type Measured = Omit<ServerTimeState, 'syncLost' | 'compareWithServerTime' | 'isBeforeServerTime' | 'isAfterServerTime'>

function measured(link: TimeLink, parts: TimeLinkParts): Measured {
  const { displayMs, mode, uncertaintyMs, canSubmit, canBook } = link.read()
  const serverClockState = link.timeData?.clock_state ?? null
  const storeTrouble = link.timeData?.store_read_only ?? null
  return {
    serverTime: displayMs,
    timeData: link.timeData,
    isConnected: link.isConnected,
    mode,
    uncertaintyMs,
    serverClockState,
    storeTrouble,
    demoAheadMs: link.timeData?.demo_ahead_ms ?? 0,
    canSubmit,
    canBook: canBook && !isUntrusted(serverClockState) && storeTrouble === null,
    blockedBecause: blockedBecause(mode, canSubmit, serverClockState, storeTrouble),
    deviceTime: mode === 'offline' ? parts.time.wallMs() : null,
  }
}

/** What a page could see change; null when it would render the same again. */
function visibleChange(before: ServerTimeState, link: TimeLink, parts: TimeLinkParts): Partial<ServerTimeState> | null {
  const now = measured(link, parts)
  const lost = syncLost(before.syncLost, now.mode, link.read().lostForMs)
  const secondGone =
    wholeSecond(now.serverTime) !== wholeSecond(before.serverTime) ||
    wholeSecond(now.deviceTime) !== wholeSecond(before.deviceTime)
  const sameState =
    now.mode === before.mode &&
    now.isConnected === before.isConnected &&
    now.canSubmit === before.canSubmit &&
    now.serverClockState === before.serverClockState &&
    now.storeTrouble === before.storeTrouble &&
    now.demoAheadMs === before.demoAheadMs &&
    lost === before.syncLost
  if (secondGone || !sameState) return { ...now, syncLost: lost }
  // Within a second only the tick is new: the rest keeps its value, so that who reads a part does not render again.
  return now.timeData === before.timeData ? null : { timeData: now.timeData }
}

function wholeSecond(ms: number | null): number | null {
  return ms === null ? null : Math.floor(ms / 1000)
}
