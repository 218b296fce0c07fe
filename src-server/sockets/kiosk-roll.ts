import type { KioskState } from '../../src-shared/protocol/kiosk-state.ts'
import type { KioskHere } from '../devices/kiosk-here.ts'
import type { TimeClient } from './time-client.ts'

interface Entry {
  readonly since: number
  readonly clients: Set<TimeClient>
  /** The socket that last said what the kiosk shows: a browser may have two of its pages open. */
  speaker: TimeClient | undefined
  shows: KioskState | undefined
  reloadAskedAt: number | undefined
}

/** Which kiosks hold a socket: paired ones once each, however many sockets they hold, open ones by socket. */
export class KioskRoll {
  readonly #paired = new Map<string, Entry>()
  #open = 0

  get size(): number {
    return this.#paired.size + this.#open
  }

  find(deviceId: string): KioskHere | undefined {
    const entry = this.#paired.get(deviceId)
    if (entry === undefined) return undefined
    const { since, shows, speaker, reloadAskedAt } = entry
    return { since, shows, reloadAskedAt, report: speaker?.report }
  }

  /** Notes a socket. @param now business time in ms @returns whether a kiosk has come with it */
  enter(client: TimeClient, now: number): boolean {
    const { principal } = client
    if (principal.kind === 'open_kiosk') this.#open += 1
    if (principal.kind !== 'device') return principal.kind === 'open_kiosk'
    const entry = this.#paired.get(principal.id)
    if (entry !== undefined) {
      entry.clients.add(client)
      entry.reloadAskedAt = undefined
      return false
    }
    const unsaid = { speaker: undefined, shows: undefined, reloadAskedAt: undefined }
    this.#paired.set(principal.id, { since: now, clients: new Set([client]), ...unsaid })
    return true
  }

  /** Strikes a socket off that was noted. @returns whether a kiosk has gone with it */
  leave(client: TimeClient): boolean {
    const { principal } = client
    if (principal.kind === 'open_kiosk') this.#open -= 1
    if (principal.kind !== 'device') return principal.kind === 'open_kiosk'
    const entry = this.#paired.get(principal.id)
    if (entry === undefined) return false
    entry.clients.delete(client)
    if (entry.speaker === client) entry.shows = entry.speaker = undefined
    if (entry.clients.size > 0) return false
    this.#paired.delete(principal.id)
    return true
  }

  /** Notes what a kiosk says that it shows. */
  show(deviceId: string, client: TimeClient, shows: KioskState): void {
    const entry = this.#paired.get(deviceId)
    if (entry === undefined) return
    entry.shows = shows
    entry.speaker = client
  }

  /** Notes that a kiosk is to open its page anew. @param now business time in ms @returns the sockets to tell */
  askReload(deviceId: string, now: number): Iterable<Pick<TimeClient, 'send'>> {
    const entry = this.#paired.get(deviceId)
    if (entry === undefined) return []
    entry.reloadAskedAt = now
    return entry.clients
  }
}
