import { createServerTimeStore, type ServerTimeStore } from '../server-time-store.ts'
import { browserSocket, listenForWake } from './browser-socket.ts'
import { browserRandom, browserTime, browserTimers } from './browser-time.ts'

/** The server's time for a page. @param url the server's `/ws/time/`, as `ws:` or `wss:` */
export function createBrowserServerTime(url: string): ServerTimeStore {
  return createServerTimeStore({
    time: browserTime(),
    timers: browserTimers,
    random: browserRandom,
    openSocket: browserSocket(url),
    listenForWake,
  })
}
