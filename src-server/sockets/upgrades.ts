import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import cookies from '@fastify/cookie'
import { WebSocketServer, type WebSocket } from 'ws'
import { errorStatuses } from '../../src-shared/errors/error-codes.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { UNCLEAR_CLIENT, type ClientAddresses } from '../http/client-address.ts'
import type { ConnectionCount } from '../http/connection-limits.ts'
import { problemBody } from '../http/problem-reply.ts'
import type { HostPolicy } from '../http/host-policy.ts'
import type { Gatekeeper, Listener } from '../identity/gatekeeper.ts'
import type { Principal } from '../identity/principal.ts'
import { addressKey } from '../identity/rate-limits.ts'
import type { NoticeService } from '../notices/notice-service.ts'
import type { NotificationHub } from './notification-hub.ts'
import type { TimeHub } from './time-hub.ts'

/** No client of ours sends more in a message, in bytes. */
const MAX_PAYLOAD = 4096
/** Nor in so many frames, or so many packets that a frame waits for: each costs more than the bytes that it brings. */
const MAX_FRAGMENTS = 16
const MAX_CHUNKS = 64
/** A peer that does not answer a farewell within this, in ms, is cut off: a sleeping tablet must not hold up a stop. */
const CLOSE_TIMEOUT = 1000

export interface UpgradeParts {
  readonly listener: Listener
  readonly gatekeeper: Gatekeeper
  readonly hosts: HostPolicy
  readonly clients: ClientAddresses
  /** What the listener's clients have open. */
  readonly connections: ConnectionCount
  readonly time: TimeHub
  readonly notifications: NotificationHub
  readonly notices: NoticeService
  /** Whether the server is about to stop, and another should be asked. */
  readonly isRestarting: () => boolean
  readonly onError: (error: unknown) => void
}

/** Takes in a socket that is open. @param stream what it writes to */
type Admission = (socket: WebSocket, stream: Duplex) => void

/** Lets sockets in on a listener: each path by its own rule, everything else refused before the upgrade. */
export function acceptSockets(server: Server, parts: UpgradeParts): void {
  // A variable, because the types of ws do not know closeTimeout yet.
  const options = {
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_PAYLOAD,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_CHUNKS,
    closeTimeout: CLOSE_TIMEOUT,
    perMessageDeflate: false,
  }
  const sockets = new WebSocketServer(options)
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', destroyOnError)
    if (!isCounted(request, stream, parts)) {
      refuseUpgrade(stream, refuse('rate_limited'))
      return
    }
    admit(request, parts)
      .then((admission) => {
        if (isRefusal(admission)) refuseUpgrade(stream, admission)
        else sockets.handleUpgrade(request, stream, head, (socket) => admission(socket, stream))
      })
      .catch((error: unknown) => {
        parts.onError(error)
        refuseUpgrade(stream, refuse('internal'))
      })
  })
}

/** Counts a socket that comes through a trusted proxy for its client. @returns false for one too many */
function isCounted(request: IncomingMessage, stream: Duplex, { clients, connections }: UpgradeParts): boolean {
  const client = clients.countedBehindProxy(request)
  if (client === undefined) return true
  if (!connections.enter(client)) return false
  stream.once('close', leaving(connections, client))
  return true
}

/** Made where no request is at hand: it would be kept for as long as the socket. */
function leaving(connections: ConnectionCount, client: string): () => void {
  return () => connections.leave(client)
}

/** One listener for all streams: one of its own would keep the request alive for as long as the socket. */
function destroyOnError(this: Duplex): void {
  this.destroy()
}

async function admit(request: IncomingMessage, parts: UpgradeParts): Promise<Admission | Refusal> {
  if (parts.isRestarting()) return refuse('server_restarting')
  const { host, origin, cookie } = request.headers
  if (!parts.hosts.isOwnHost(host)) return refuse('host_not_allowed')
  // A page of somebody else's may not open a socket with our user's cookies.
  if (origin !== undefined && !parts.hosts.isOwnOrigin(origin)) return refuse('forbidden')
  if (parts.clients.isUnclear(request)) return refuse('invalid_request', UNCLEAR_CLIENT)
  const jar = cookie === undefined ? {} : cookies.parse(cookie)
  const visitor = { origin, jar, address: addressKey(parts.clients.of(request)) }
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  if (/^\/ws\/time\/?$/.test(path)) return admitToTime(parts, visitor)
  const id = /^\/ws\/notifications\/([\w-]{1,64})\/?$/.exec(path)?.[1]
  return id === undefined ? refuse('not_found') : admitToNotifications(parts, visitor, id, query)
}

/** Who asks for a socket, as far as it is known without looking anything up. */
interface Visitor {
  readonly origin: string | undefined
  readonly jar: Readonly<Record<string, string | undefined>>
  /** As `addressKey` says it. */
  readonly address: string
}

/** The time is no secret: anybody may follow it. Who follows it from a kiosk page is counted as a kiosk. */
async function admitToTime(parts: UpgradeParts, { origin, jar, address }: Visitor): Promise<Admission> {
  const principal = await parts.gatekeeper.identify(parts.listener, jar, address)
  const follower: Principal = principal.kind === 'open_kiosk' && origin === undefined ? { kind: 'nobody' } : principal
  return (socket, stream) => parts.time.add(socket, stream, follower)
}

async function admitToNotifications(
  parts: UpgradeParts,
  { origin, jar, address }: Visitor,
  id: string,
  query: string,
): Promise<Admission | Refusal> {
  if (origin === undefined) return refuse('forbidden', 'a program without an Origin may follow /ws/time/ only')
  // Both listeners know both kinds of credentials here: an owner may watch from the LAN address, too.
  const candidates = [await parts.gatekeeper.staffMember(jar), await parts.gatekeeper.kiosk(jar, address)]
  const known = candidates.filter((candidate) => candidate.kind === 'user' || candidate.kind === 'device')
  if (known.length === 0) return refuse('unauthenticated')
  const own = known.find((candidate) => candidate.id === id)
  if (own === undefined) return refuse('forbidden')
  if (own.kind === 'user' && own.locked) return refuse('session_locked')
  if (own.kind === 'user' && own.passwordTemporary) return refuse('password_temporary')
  const after = /^after=(\d{1,15})$/.exec(query)?.[1]
  if (after === undefined || own.kind !== 'user') return (socket) => parts.notifications.add(socket, own)
  const missed = await parts.notices.missed(own.role, Number(after))
  return (socket) => parts.notifications.add(socket, own, missed)
}

function refuseUpgrade(stream: Duplex, refusal: Refusal): void {
  const status = errorStatuses[refusal.refused]
  const body = JSON.stringify(problemBody(refusal))
  // Nothing else watches a connection that has left HTTP: one whose peer never closes its own side would stay for good.
  stream.once('finish', () => stream.destroy())
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
