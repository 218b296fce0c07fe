import type { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
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
  /** A kiosk is to open its page anew. */
  reload: { readonly deviceId: string; readonly when: ReloadWhen }
  /** A device or a session is no longer good: its sockets must go. */
  revoked: {
    readonly deviceId?: string | undefined
    readonly sessionHash?: string | undefined
    readonly everybody?: true | undefined
  }
}

/** Any of them, with its name. */
export type ServerEvent = {
  [K in keyof ServerEvents]: { readonly name: K; readonly body: ServerEvents[K] }
}[keyof ServerEvents]

type Listener<K extends keyof ServerEvents> = (event: ServerEvents[K]) => void

/** In-process publish and subscribe. Events are hints: a lost one makes a screen late, never wrong. */
export class EventBus {
  readonly #listeners: { [K in keyof ServerEvents]: Set<Listener<K>> } = {
    notification: new Set(),
    availability: new Set(),
    reload: new Set(),
    revoked: new Set(),
  }
  readonly #tellers = new Set<(event: ServerEvent) => void>()

  on<K extends keyof ServerEvents>(name: K, listener: Listener<K>): () => void {
    this.#listeners[name].add(listener)
    return () => this.#listeners[name].delete(listener)
  }

  /** Tells what this server has made true. */
  publish<K extends keyof ServerEvents>(name: K, event: ServerEvents[K]): void {
    this.hear(name, event)
    for (const teller of this.#tellers) teller({ name, body: event } as ServerEvent)
  }

  /** Tells this server's own parts of what another has made true, or what concerns nobody else. */
  hear<K extends keyof ServerEvents>(name: K, event: ServerEvents[K]): void {
    for (const listener of this.#listeners[name]) listener(event)
  }

  /** @param teller is given whatever is published here, to tell other servers */
  onPublished(teller: (event: ServerEvent) => void): () => void {
    this.#tellers.add(teller)
    return () => this.#tellers.delete(teller)
  }
}
