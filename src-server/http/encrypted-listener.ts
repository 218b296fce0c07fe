import type { Server } from 'node:https'
import type { FastifyInstance } from 'fastify'
import { isAddress, type ServerCertificate } from '../tls/certificate.ts'
import { connectionOptions } from './connection-limits.ts'
import type { HostPolicy } from './host-policy.ts'
import { answerPlainHttp, AUTHORITY_PATH, authorityAnswer } from './plain-http.ts'

/** How a listener encrypts. */
export interface Encryption {
  readonly certificate: ServerCertificate
  /** The certificate of the authority that tablets are to trust, where it is this installation's own. */
  readonly authority: Uint8Array | undefined
}

/** Browsers come back by https for so long, in seconds: 30 days. */
const REMEMBERED_SECONDS = 30 * 86_400

/** What Fastify takes for an https server. */
export function httpsOptions({ certificate }: Encryption) {
  const { http } = connectionOptions
  return { ...http, ...certificate, minVersion: 'TLSv1.2', handshakeTimeout: http.headersTimeout } as const
}

/** Gives an encrypted listener what a plain one has not: the way to it from plain HTTP, and the authority to trust. */
export function encryptListener(app: FastifyInstance, { authority }: Encryption, hosts: HostPolicy): void {
  const server = app.server as Server
  // Node would have them answered like malformed HTTP, for which there is no channel yet; the answer would keep them open.
  server.removeAllListeners('tlsClientError')
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  const plain = answerPlainHttp(server, { hosts, der: authority })
  app.addHook('preClose', (done) => {
    plain.destroy()
    done()
  })
  const answer = authorityAnswer(authority)
  if (answer === undefined) return
  app.get(AUTHORITY_PATH, (_request, reply) =>
    reply.type(answer.type).header('content-disposition', `attachment; filename="${answer.name}"`).send(answer.body),
  )
}

/**
 * What an encrypted answer says of the next visit. Browsers remember it by name; an address may be another machine's
 * tomorrow, and `localhost` is everybody's.
 * @param hostname without a port
 */
export function strictTransport(hostname: string): string | undefined {
  if (hostname === 'localhost' || isAddress(hostname)) return undefined
  return `max-age=${REMEMBERED_SECONDS}`
}

/** Serves another certificate from the next handshake on; connections that are open stay as they are. */
export function changeCertificate(app: FastifyInstance, certificate: ServerCertificate): void {
  const server = app.server as Server
  server.setSecureContext({ ...certificate, minVersion: 'TLSv1.2' })
}
