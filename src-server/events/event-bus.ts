import type { Notification } from '../../src-shared/protocol/notifications.ts'

/** A hint that the slots of a day have changed; whoever cares reads them again. */
export interface AvailabilityHint {
  readonly kind: 'wash' | 'parking'
  readonly date: string
  readonly version: number
}

/** What the server tells its own parts, after the commit that made it true. */
export interface ServerEvents {
  notification: Notification
  availability: AvailabilityHint
  /** A device or a session is no longer good: its sockets must go. */
  revoked: { readonly deviceId?: string; readonly sessionHash?: string; readonly everybody?: true }
}

type Listener<K extends keyof ServerEvents> = (event: ServerEvents[K]) => void

/** In-process publish and subscribe. Events are hints: a lost one makes a screen late, never wrong. */
export class EventBus {
  readonly #listeners: { [K in keyof ServerEvents]: Set<Listener<K>> } = {
    notification: new Set(),
    availability: new Set(),
    revoked: new Set(),
  }

  on<K extends keyof ServerEvents>(name: K, listener: Listener<K>): () => void {
    this.#listeners[name].add(listener)
    return () => this.#listeners[name].delete(listener)
  }

  publish<K extends keyof ServerEvents>(name: K, event: ServerEvents[K]): void {
    for (const listener of this.#listeners[name]) listener(event)
  }
}
