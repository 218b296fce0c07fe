import type { ChannelEvents, OpenChannel } from '../../../src-server/bus/channel.ts'

/** What is on its way to one listener. */
interface Parcel {
  readonly to: ChannelEvents
  readonly text: string
}

/** A channel that delivers when a test says so, and loses, repeats and mixes up what it is told to. */
export class FakeChannel {
  readonly underWay: Parcel[] = []
  isAway = false
  readonly #listeners = new Set<ChannelEvents>()

  readonly open: OpenChannel = (events) => {
    this.#listeners.add(events)
    // As a real one, it opens after it was made.
    if (!this.isAway) queueMicrotask(() => events.opened())
    return {
      send: (text) => {
        if (!this.isAway) for (const to of this.#listeners) this.underWay.push({ to, text })
      },
      close: async () => void this.#listeners.delete(events),
    }
  }

  /** Delivers one of those under way; it may stay there, to come again. */
  deliver(index: number, keep = false): void {
    const parcel = this.underWay[index % Math.max(1, this.underWay.length)]
    if (parcel === undefined) return
    if (!keep) this.underWay.splice(this.underWay.indexOf(parcel), 1)
    if (this.#listeners.has(parcel.to)) parcel.to.received(parcel.text)
  }

  lose(index: number): void {
    if (this.underWay.length > 0) this.underWay.splice(index % this.underWay.length, 1)
  }

  deliverAll(): void {
    while (this.underWay.length > 0) this.deliver(0)
  }

  goAway(): void {
    this.isAway = true
    this.underWay.length = 0
    for (const events of this.#listeners) events.lost('gone')
  }

  comeBack(): void {
    this.isAway = false
    for (const events of this.#listeners) events.opened()
  }
}
