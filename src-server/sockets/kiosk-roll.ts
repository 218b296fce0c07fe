import type { Principal } from '../identity/principal.ts'

/** Which kiosks hold a socket: paired ones once each, however many sockets they hold, open ones by socket. */
export class KioskRoll {
  readonly #sockets = new Map<string, number>()
  #open = 0

  get size(): number {
    return this.#sockets.size + this.#open
  }

  has(deviceId: string): boolean {
    return this.#sockets.has(deviceId)
  }

  /** Notes a socket. @returns whether a kiosk has come with it */
  enter(principal: Principal): boolean {
    if (principal.kind === 'open_kiosk') this.#open += 1
    if (principal.kind !== 'device') return principal.kind === 'open_kiosk'
    const sockets = this.#sockets.get(principal.id) ?? 0
    this.#sockets.set(principal.id, sockets + 1)
    return sockets === 0
  }

  /** Strikes a socket off that was noted. @returns whether a kiosk has gone with it */
  leave(principal: Principal): boolean {
    if (principal.kind === 'open_kiosk') this.#open -= 1
    if (principal.kind !== 'device') return principal.kind === 'open_kiosk'
    const sockets = this.#sockets.get(principal.id) ?? 1
    if (sockets > 1) this.#sockets.set(principal.id, sockets - 1)
    else this.#sockets.delete(principal.id)
    return sockets === 1
  }
}
