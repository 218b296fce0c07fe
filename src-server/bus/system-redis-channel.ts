import { createClient } from '@redis/client'
import { Backoff } from '../../src-shared/time/backoff.ts'
import type { OpenChannel } from './channel.ts'

/** A connection on which nothing comes is asked for a sign of life so often, in ms. */
const ASK_EVERY_MS = 5000
const CONNECT_WITHIN_MS = 5000

interface RedisPlace {
  /** `redis://` or `rediss://`, with whatever it takes to get in. */
  readonly url: string
  readonly channel: string
  /** A number in [0, 1), so that servers do not come back to a restarted Redis all at once. */
  readonly random: () => number
}

/** A client that comes back by itself. */
function openClient(url: string, random: () => number) {
  const backoff = new Backoff(random, 1)
  const client = createClient({
    url,
    // What cannot be said now is lost, and the others find out by its number: later it would be stale.
    disableOfflineQueue: true,
    pingInterval: ASK_EVERY_MS,
    socket: { connectTimeout: CONNECT_WITHIN_MS, reconnectStrategy: () => backoff.nextMs(0) },
  })
  client.on('ready', () => backoff.reset())
  return client
}

/** Redis publish and subscribe: at most once, to whoever is there. Two connections, for one that listens says nothing else. */
export function redisChannel({ url, channel, random }: RedisPlace): OpenChannel {
  return ({ opened, received, lost }) => {
    const teller = openClient(url, random)
    const listener = openClient(url, random)
    let isSubscribed = false
    // Only with both can a server say something and hear it. Having come back, the listener has subscribed again by itself.
    const openedIfBoth = () => {
      if (isSubscribed && listener.isReady && teller.isReady) opened()
    }
    for (const client of [teller, listener]) {
      client.on('error', (error: unknown) => lost(error instanceof Error ? error.message : String(error)))
      client.on('ready', openedIfBoth)
    }
    // Each tries for as long as it takes; what keeps it from it was told by its errors.
    teller.connect().catch(() => {})
    listener
      .connect()
      .then(() => listener.subscribe(channel, received))
      .then(() => {
        isSubscribed = true
        openedIfBoth()
      })
      .catch(() => {})
    return {
      send: (text) => void teller.publish(channel, text).catch(() => {}),
      async close() {
        teller.destroy()
        listener.destroy()
      },
    }
  }
}
