import WebSocket from 'ws'
import { setTimeout as pause } from 'node:timers/promises'
import { Backoff } from '../../src-shared/time/backoff.ts'
import { PARK } from '../support/nginx.ts'
import type { Cluster } from './cluster.ts'

/**
 * Kiosks that follow the clock by nginx, and come back as the product's do: by its own waits.
 * @returns the longest that each of them was without a tick, in ms
 */
export async function follow(
  { url, ca }: Cluster,
  count: number,
  random: () => number,
  ended: AbortSignal,
): Promise<readonly number[]> {
  const address = `${url.replace('https', 'wss')}/ws/time/`
  const options = { ca, servername: PARK, headers: { host: PARK }, origin: `https://${PARK}` }
  const beKiosk = async () => {
    let [last, longest] = [performance.now(), 0]
    const heard = () => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    const backoff = new Backoff(random, 1)
    while (!ended.aborted) {
      const opened = performance.now()
      await oneLink(new WebSocket(address, options), heard, ended)
      await pause(backoff.nextMs(performance.now() - opened), undefined, { signal: ended }).catch(() => {})
    }
    // Whoever is still without one counts as well.
    return Math.max(longest, performance.now() - last)
  }
  return Promise.all(Array.from({ length: count }, beKiosk))
}

/** Silent for so long it counts as dead, ms, as at the kiosk. */
const SILENT_MS = 5000

function oneLink(socket: WebSocket, heard: () => void, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const give = () => socket.terminate()
    let watch = setTimeout(give, SILENT_MS)
    socket.on('message', () => {
      heard()
      clearTimeout(watch)
      watch = setTimeout(give, SILENT_MS)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(watch)
      ended.removeEventListener('abort', give)
      resolve()
    })
    ended.addEventListener('abort', give)
  })
}
