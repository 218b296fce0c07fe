import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import { failureOf, type KioskApi } from './kiosk-api.ts'
import type { KioskStore } from './kiosk-store.ts'

type Link = Pick<ServerTimeStore, 'subscribe' | 'start' | 'stop'>

/**
 * Keeps what the kiosk knows of itself and the site up to date. Each time the link breaks or is back, it asks whether it
 * is still paired (an unpaired kiosk's socket is closed by the server); with the link back, and on a new day, it asks for
 * the site again, because prices, hours and the booking window may have changed meanwhile.
 * @returns a function that ends it
 */
export function watchStanding(api: KioskApi, store: KioskStore, time: Link): () => void {
  let pairings = 0
  // Whoever starts asks for themselves, at the same moment as the link is opened.
  let isFirstLink = true
  async function check(): Promise<void> {
    const asked = pairings
    try {
      await api.call('GET /api/v1/devices/self')
      store.siteKnown(await api.call('GET /api/v1/site'))
      const { at } = store.getState().session
      if (at === 'unpaired') store.send({ type: 'admitted' })
      if (at === 'starting') store.send({ type: 'start_again' })
    } catch (error) {
      const { at } = store.getState().session
      // Whoever is just starting or pairing asks for themselves; and a question from before a pairing has gone stale.
      const isStale = at === 'starting' || at === 'pairing' || pairings !== asked
      if (failureOf(error) === 'not_paired' && !isStale) store.send({ type: 'unpaired' })
    }
  }
  const stopPairings = store.subscribe(({ session }, { session: before }) => {
    if (before.at !== 'pairing' || session.at !== 'starting') return
    pairings += 1
    // The socket was opened by a stranger; the server should know that it is this kiosk's.
    time.stop()
    time.start()
  })
  const stopTime = time.subscribe((now, before) => {
    const linkChanged = now.isConnected !== before.isConnected && !isFirstLink
    if (now.isConnected) isFirstLink = false
    const newDay = before.timeData !== null && now.timeData?.date !== before.timeData.date
    if (linkChanged || newDay) void check()
  })
  return () => {
    stopPairings()
    stopTime()
  }
}
