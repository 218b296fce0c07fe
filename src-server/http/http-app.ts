import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { FileAnswer, FileType, Method, RouteSpec } from '../../src-shared/api/route.ts'
import { routes } from '../../src-shared/api/routes.ts'
import { formatHttpDate } from '../../src-shared/format/http-date.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import type { Gatekeeper, Listener } from '../identity/gatekeeper.ts'
import type { Principal } from '../identity/principal.ts'
import { addressKey } from '../identity/rate-limits.ts'
import { UNCLEAR_CLIENT, type ClientAddresses } from './client-address.ts'
import { connectionOptions, type ConnectionCount } from './connection-limits.ts'
import { httpsOptions, strictTransport, type Encryption } from './encrypted-listener.ts'
import type { Handlers, RequestContext } from './handler.ts'
import type { HostPolicy } from './host-policy.ts'
import { isForeignFetch } from './foreign-fetch.ts'
import { limitPipelining } from './pipelining.ts'
import { problemBody, refusalOfError, sendProblem } from './problem-reply.ts'
import { limitRequestsBehindProxy } from './proxied-requests.ts'
import { noOtherCompilers, SchemaBox, useContractSchemas } from './schema-compilers.ts'

/** The largest body that a route takes unless it says otherwise, in bytes. */
const BODY_LIMIT = 16 * 1024
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

export interface HttpAppParts {
  readonly listener: Listener
  readonly handlers: Handlers
  readonly gatekeeper: Pick<Gatekeeper, 'identify' | 'refusal'>
  readonly hosts: HostPolicy
  readonly clients: ClientAddresses
  /** What the listener's clients have open. */
  readonly connections: ConnectionCount
  /** How the listener encrypts; not at all unless this says so. */
  readonly encryption?: Encryption | undefined
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  /** Called with each request and each answer: what must not wait for all of those under way has its turn. */
  readonly giveWay: () => void
  /** What an error of the services means to the caller, such as a disk that cannot be written. */
  readonly explainError: (error: unknown) => Refusal | undefined
}

/** One listener's HTTP application: the routes of the contract that this listener has, and nothing else. */
export async function createHttpApp(parts: HttpAppParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Requests are not logged one by one, so none needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    exposeHeadRoutes: false,
    schemaController: noOtherCompilers,
    bodyLimit: BODY_LIMIT,
    ...connectionOptions,
    // Fastify's types would have another application for each kind of server.
    ...((parts.encryption && { https: httpsOptions(parts.encryption) }) as object | undefined),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 128 },
    return503OnClosing: true,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => {
      void sendProblem(reply, refusalOfError(error) ?? refuse('invalid_request'))
    },
    clientErrorHandler: answerMalformedHttp,
  })
  await app.register(cookie)
  useContractSchemas(app)
  acceptEmptyJson(app)
  limitPipelining(app)
  guardEveryRequest(app, parts)
  limitRequestsBehindProxy(app, parts.connections, parts.clients)
  answerErrors(app, parts)
  for (const [key, spec] of Object.entries<RouteSpec>(routes)) {
    if (spec.access[parts.listener] !== undefined) addRoute(app, parts, key as keyof Handlers, spec)
  }
  return app
}

/** A POST without a body may still say that it is JSON; many clients do. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

/** What holds for every request: a known host name, and no page behind it but one of our own. */
function guardEveryRequest(app: FastifyInstance, { hosts, clients, clock, giveWay }: HttpAppParts): void {
  const date = httpDates(clock)
  // Hooks with a callback: a promise for each of them is what a request would wait for.
  app.addHook('onRequest', (request, reply, done) => {
    giveWay()
    // Node would date the answer by the OS clock.
    reply.raw.sendDate = false
    void reply.header('date', date())
    const { host, origin } = request.headers
    if (!hosts.isOwnHost(host)) void sendProblem(reply, refuse('host_not_allowed'))
    else if ((origin !== undefined && !hosts.isOwnOrigin(origin)) || isForeignFetch(request.method, request.headers)) {
      void sendProblem(reply, refuse('forbidden', 'the page that sent this is not one of Kerbside’s'))
    } else if (clients.isUnclear(request.raw)) void sendProblem(reply, refuse('invalid_request', UNCLEAR_CLIENT))
    else done()
  })
  app.addHook('onSend', (request, reply, _payload, done) => {
    giveWay()
    const strict = clients.isEncrypted(request.raw) ? strictTransport(request.hostname) : undefined
    if (strict !== undefined) void reply.header('strict-transport-security', strict)
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    void reply.header('cross-origin-resource-policy', 'same-origin')
    // Pages have a policy of their own; whatever else is opened as one shows nothing and stands in no frame.
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', NO_PAGE)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    done()
  })
}

/** The time as answers are dated by it, written down once a second. */
function httpDates(clock: Clock): () => string {
  let last = { second: Number.NaN, text: '' }
  return () => {
    const now = clock.now()
    const second = Math.floor(now / 1000)
    if (second !== last.second) last = { second, text: formatHttpDate(now) }
    return last.text
  }
}

function answerErrors(app: FastifyInstance, { explainError, logger }: HttpAppParts): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, refuse('not_found')))
  app.setErrorHandler((error: Error, request, reply) => {
    const refusal = refusalOfError(error) ?? explainError(error)
    if (refusal === undefined) logger.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return sendProblem(reply, refusal ?? refuse('internal'))
  })
}

function boxed(spec: RouteSpec): Record<string, unknown> {
  return {
    ...(spec.params && { params: new SchemaBox(spec.params) }),
    ...(spec.query && { querystring: new SchemaBox(spec.query) }),
    ...(spec.body && { body: new SchemaBox(spec.body) }),
    ...(spec.headers && { headers: new SchemaBox(spec.headers) }),
    ...(spec.response && { response: { [spec.status]: new SchemaBox(spec.response) } }),
  }
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1]
}

function addRoute(app: FastifyInstance, parts: HttpAppParts, key: keyof Handlers, spec: RouteSpec): void {
  const [method, path] = key.split(' ') as [Method, string]
  const principals = new WeakMap<FastifyRequest, Principal>()
  // The table's key ties the handler to its schemas; Fastify validates by the very same schemas.
  const handler = parts.handlers[key] as (request: unknown, context: RequestContext) => Promise<unknown>
  app.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    schema: boxed(spec),
    ...(spec.bodyLimit !== undefined && { bodyLimit: spec.bodyLimit }),
    // Before the body is read: whoever may not call the route is not listened to.
    async onRequest(request, reply) {
      const address = addressKey(parts.clients.of(request.raw))
      const principal = await parts.gatekeeper.identify(parts.listener, request.cookies, address)
      principals.set(request, principal)
      const { id: bookingId } = request.params as { id?: string }
      const caller = { principal, address, bearer: bearerOf(request), bookingId }
      const refusal = parts.gatekeeper.refusal(spec.access, parts.listener, caller)
      return refusal === undefined ? undefined : sendProblem(reply, refusal)
    },
    async handler(request, reply) {
      if (spec.body === undefined && !isEmpty(request.body)) {
        return sendProblem(reply, refuse('invalid_request', 'this address takes no members in its body'))
      }
      const principal = principals.get(request) ?? { kind: 'nobody' }
      const { params, query, body, headers } = request
      const answer = await handler(
        { params, query, body, headers },
        contextOf(request, reply, principal, parts.clients),
      )
      if (isRefusal(answer)) return sendProblem(reply, answer)
      if (spec.file !== undefined) return sendFile(reply, spec.file, answer as FileAnswer)
      return reply.status(spec.status).send(answer)
    },
  })
}

function sendFile(reply: FastifyReply, type: FileType, { bytes, fileName }: FileAnswer): FastifyReply {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
  const use = type.startsWith('text/plain') ? 'inline' : 'attachment'
  return reply
    .type(`${type}${charset}`)
    .header('content-disposition', `${use}; filename="${fileName.replace(/[^\w.-]/g, '-')}"`)
    .send(Buffer.from(bytes))
}

function isEmpty(body: unknown): boolean {
  if (body === undefined || body === null) return true
  return typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0
}

function contextOf(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
  clients: ClientAddresses,
): RequestContext {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: clients.isEncrypted(raw) } as const
  return {
    principal,
    address: addressKey(clients.of(raw)),
    setCookie: (name, value, maxAge) =>
      void reply.setCookie(name, value, { ...options, ...(maxAge === undefined ? {} : { maxAge }) }),
    clearCookie: (name) => void reply.clearCookie(name, options),
  }
}

/** Bytes that are no HTTP get a problem, too, and the connection is closed. */
function answerMalformedHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  // Whoever took too long has nothing to be told: browsers open connections that they may never need.
  if (error.code === 'ECONNRESET' || error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemBody(refuse('invalid_request', 'this is not a well-formed HTTP request')))
  // And no longer: a peer that never closes its own side would hold the connection for as long as it likes.
  socket.once('finish', () => socket.destroy())
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
