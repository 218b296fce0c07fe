import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { lookup } from 'node:dns/promises'
import type { Timers } from '../clock.ts'
import type { DatagramExchange } from './sntp-query.ts'

/** Exchanges over UDP. A connected socket on a fresh port: only the server that was asked can be heard. */
export function systemDatagrams(timers: Timers): DatagramExchange {
  return async ({ host, port }, request, onSent, accept, timeoutMs) => {
    const { address } = await lookup(host)
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    return new Promise<boolean>((resolve, reject) => {
      const finish = (settle: () => void): void => {
        cancel()
        socket.close()
        settle()
      }
      const cancel = timers.after(timeoutMs, () => finish(() => resolve(false)))
      socket.on('error', (error) => finish(() => reject(error)))
      socket.on('message', (answer) => {
        if (accept(answer)) finish(() => resolve(true))
      })
      socket.connect(port, address, () => {
        onSent()
        socket.send(request)
      })
    })
  }
}
