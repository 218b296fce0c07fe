import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { lookup } from 'node:dns/promises'
import type { Timers } from '../clock.ts'
import type { DatagramExchange } from './sntp-query.ts'

/**
 * Exchanges over UDP. A connected socket on a fresh port: only the server that was asked can be heard. Whatever is
 * wrong (no such name, no network, nobody at that port) rejects, and the time a slow name service takes counts, too.
 */
export function systemDatagrams(timers: Timers): DatagramExchange {
  return async ({ host, port }, request, onSent, accept, timeoutMs) => {
    const { address } = await inTime(timers, timeoutMs, lookup(host))
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    return new Promise((resolve, reject) => {
      let isOver = false
      // A port where nobody listens can be reported twice: on sending, and on receiving.
      function finish(settle: () => void): void {
        if (isOver) return
        isOver = true
        cancel()
        socket.close()
        settle()
      }
      const cancel = timers.after(timeoutMs, () => finish(() => resolve(undefined)))
      socket.on('error', (error) => finish(() => reject(error)))
      socket.on('message', (answer) => {
        if (!isOver && accept(answer)) finish(() => resolve(`${address}#${port}`))
      })
      // As a listener, not as the callback: that one is also called where there is no way to the address.
      socket.on('connect', () => {
        onSent()
        socket.send(request)
      })
      socket.connect(port, address)
    })
  }
}

async function inTime<T>(timers: Timers, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => reject(new Error(`no answer within ${ms} ms`)))
    work.then(resolve, reject).finally(cancel)
  })
}
