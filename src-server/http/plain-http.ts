import { createServer, STATUS_CODES, type IncomingMessage, type RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { connectionOptions } from './connection-limits.ts'
import type { HostPolicy } from './host-policy.ts'

/** The first byte of every TLS handshake (RFC 8446, 5.1). */
const HANDSHAKE = 0x16
/** Where tablets get what they are to trust, before they can trust anything. */
export const AUTHORITY_PATH = '/ca.crt'

/** The authority's certificate as Android and iPads take it. @param der undefined where there is none to give */
export function authorityAnswer(der: Uint8Array | undefined): { type: string; name: string; body: Buffer } | undefined {
  if (der === undefined) return undefined
  return { type: 'application/x-x509-ca-cert', name: 'kerbside-ca.crt', body: Buffer.from(der) }
}

/** Connections of a listener that are not encrypted yet, or never will be. */
export interface PlainConnections {
  /** Cuts them off, so that a stop waits for none of them. */
  destroy(): void
}

/**
 * Lets whoever comes to an encrypted listener by plain HTTP find the way: to the same address by https, and to the
 * authority's certificate. Nothing else is answered in the open.
 * @param server an https server that does not listen yet
 */
export function answerPlainHttp(
  server: Server,
  { hosts, der }: { readonly hosts: HostPolicy; readonly der: Uint8Array | undefined },
): PlainConnections {
  const { http, requestTimeout, keepAliveTimeout, connectionTimeout } = connectionOptions
  const plain = createServer({ ...http, requestTimeout, keepAliveTimeout }, leadToHttps(hosts, der))
  plain.setTimeout(connectionTimeout)
  plain.on('clientError', (_error, socket) => socket.destroy())
  const open = new Map<string, Socket>()
  const encrypt = server.listeners('connection') as ((this: Server, socket: Socket) => void)[]
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket)
    open.set(name, socket)
    socket.once('close', () => open.delete(name))
    socket.once('error', () => socket.destroy())
    whenItSpeaks(socket, http.headersTimeout, (first) => {
      if (first === HANDSHAKE) for (const listener of encrypt) listener.call(server, socket)
      else plain.emit('connection', socket)
    })
  })
  // From here on the https server closes it by itself.
  server.on('secureConnection', (socket) => open.delete(nameOf(socket)))
  return { destroy: () => open.forEach((socket) => socket.destroy()) }
}

function nameOf({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string {
  return `${remoteAddress} ${remotePort}`
}

/** Calls back with the first byte, which stays to be read; a connection that says nothing for so many ms goes. */
function whenItSpeaks(socket: Socket, patienceMs: number, then: (first: number) => void): void {
  const giveUp = () => socket.destroy()
  const look = () => {
    const chunk = socket.read(1) as Buffer | null
    if (chunk === null) {
      socket.once('readable', look)
      return
    }
    socket.setTimeout(0)
    socket.off('timeout', giveUp)
    socket.unshift(chunk)
    then(chunk[0] ?? 0)
  }
  socket.setTimeout(patienceMs, giveUp)
  look()
}

function leadToHttps(hosts: HostPolicy, der: Uint8Array | undefined): RequestListener {
  const authority = authorityAnswer(der)
  return (request, response) => {
    // Node would date the answer by the OS clock.
    response.sendDate = false
    response.setHeader('connection', 'close')
    const { method, url = '/' } = request
    const isReading = method === 'GET' || method === 'HEAD'
    if (!hosts.isOwnHost(request.headers.host)) return end(421)
    if (!isReading) return end(403)
    if (url === AUTHORITY_PATH && authority !== undefined) {
      response.writeHead(200, {
        'content-type': authority.type,
        'content-disposition': `attachment; filename="${authority.name}"`,
        'cache-control': 'no-store',
      })
      return response.end(method === 'HEAD' ? undefined : authority.body)
    }
    response.setHeader('location', `https://${request.headers.host}${pathOf(request)}`)
    return end(308)

    function end(status: number) {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
      return response.end(`${STATUS_CODES[status] ?? ''}: this server speaks https only\n`)
    }
  }
}

/** Only a path: `//elsewhere` after a host would still be a path, and an absolute form is none of ours. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.startsWith('/') ? url : '/'
}
