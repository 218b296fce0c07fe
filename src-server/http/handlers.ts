import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import type { ParsedRequest, ResponseOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { BookingService } from '../booking/booking-service.ts'
import type { Clock } from '../clock/clock.ts'
import { makeTimeUpdate } from '../clock/time-update.ts'
import type { DeviceService } from '../devices/device-service.ts'
import { cookieNames } from '../identity/gatekeeper.ts'
import { actorOf, type Principal } from '../identity/principal.ts'
import type { SessionService, SignedIn } from '../identity/session-service.ts'
import type { SetupService } from '../setup/setup-service.ts'
import type { SiteService } from '../site/site-service.ts'
import { openApiDocument } from './openapi.ts'

/** What a handler needs to know of the request besides its validated parts. */
export interface RequestContext {
  readonly principal: Principal
  readonly address: string
  setCookie(name: string, value: string, maxAgeSeconds?: number): void
  clearCookie(name: string): void
}

export type Handler<K extends keyof Routes> = (
  request: ParsedRequest<Routes[K]>,
  context: RequestContext,
) => Promise<ResponseOf<Routes[K]> | Refusal>

export type Handlers = { readonly [K in keyof Routes]: Handler<K> }

export interface HandlerParts {
  readonly clock: Clock
  readonly site: SiteService
  readonly bookings: BookingService
  readonly sessions: SessionService
  readonly devices: DeviceService
  readonly setup: SetupService
  readonly washAvailability: (
    query: ParsedRequest<Routes['GET /api/v1/availability/wash']>['query'],
  ) => ReturnType<Handler<'GET /api/v1/availability/wash'>>
  readonly metrics: () => ReturnType<Handler<'GET /api/v1/metrics/summary'>>
  readonly clockReport: () => Promise<ClockReport>
  readonly acceptClock: (actor: string, reason: string) => Promise<void>
  readonly isConnected: (deviceId: string) => boolean
  /** The tick that went out last. */
  readonly tickSeq: () => number
  /** Where a tablet on the LAN opens the kiosk page. */
  readonly lanKioskUrl: () => string
}

/** Browsers keep a cookie for 400 days at the most (RFC 6265bis). */
const DEVICE_COOKIE_SECONDS = 400 * 86_400

function giveSession(
  signedIn: SignedIn | Refusal,
  context: RequestContext,
): ResponseOf<Routes['POST /api/v1/session']> | Refusal {
  if (isRefusal(signedIn)) return signedIn
  context.setCookie(cookieNames.staff, signedIn.token)
  return signedIn.session
}

/** The whole API, each route handed to the service that knows. A route without a handler does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { bookings, clock, devices, sessions, setup, site } = parts
  return {
    'GET /healthz': async () => ({ status: 'ok' }),
    'GET /readyz': async () => ({ status: 'ready', store: 'open', clock_state: clock.state }),
    'GET /api/v1/time': async () => makeTimeUpdate(clock, site.timezone, parts.tickSeq()),
    'GET /api/v1/site': () => site.describe(),
    'GET /api/v1/availability/wash': ({ query }) => parts.washAvailability(query),

    'POST /api/v1/bookings': ({ body, headers }, { principal }) =>
      bookings.create(body, actorOf(principal), headers['idempotency-key']),
    'GET /api/v1/bookings/{id}': ({ params }) => bookings.get(params.id),
    'POST /api/v1/bookings/{id}/confirm': ({ params }, { principal }) =>
      bookings.confirm(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/cancel': ({ params }, { principal }) => bookings.cancel(params.id, actorOf(principal)),
    'GET /api/v1/bookings': ({ query }) => bookings.list(query),
    'POST /api/v1/bookings/{id}/payments': ({ params, body }, { principal }) =>
      bookings.recordPayment(params.id, body.method, actorOf(principal)),
    'POST /api/v1/bookings/{id}/check-in': ({ params }, { principal }) =>
      bookings.checkIn(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/complete': ({ params }, { principal }) =>
      bookings.complete(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/no-show': ({ params }, { principal }) => bookings.noShow(params.id, actorOf(principal)),

    'POST /api/v1/devices/pair': async ({ body }, context) => {
      const paired = await devices.pair(body.code, context.address)
      if (isRefusal(paired)) return paired
      context.setCookie(cookieNames.device, paired.token, DEVICE_COOKIE_SECONDS)
      return { device: paired.device }
    },
    'GET /api/v1/devices/self': async (_, { principal }) => ({
      device: principal.kind === 'device' ? { id: principal.id, name: principal.name } : null,
    }),
    'GET /api/v1/devices': async () => ({ devices: await devices.list(parts.isConnected) }),
    'DELETE /api/v1/devices/{id}': ({ params }, { principal }) => devices.unpair(params.id, principal),
    'POST /api/v1/devices/pairing-codes': ({ body }, { principal }) =>
      devices.newPairingCode(parts.lanKioskUrl(), actorOf(principal), body?.device_name),

    'GET /api/v1/setup': () => setup.status(),
    'POST /api/v1/setup': async ({ body }, context) => giveSession(await setup.complete(body), context),
    'POST /api/v1/session': async ({ body }, context) =>
      giveSession(await sessions.signIn(body.username, body.password, context.address), context),
    'GET /api/v1/session': async (_, { principal }) =>
      principal.kind === 'user' ? sessions.describe(principal) : refuse('unauthenticated'),
    'DELETE /api/v1/session': async (_, context) => {
      if (context.principal.kind === 'user') await sessions.signOut(context.principal)
      context.clearCookie(cookieNames.staff)
      return undefined
    },
    'PUT /api/v1/session/pin': async ({ body }, { principal }) =>
      principal.kind === 'user' ? sessions.setPin(principal, body.password, body.pin) : refuse('unauthenticated'),
    'GET /api/v1/clock': () => parts.clockReport(),
    'POST /api/v1/clock/accept': async ({ body }, { principal }) => {
      if (principal.kind !== 'user') return refuse('unauthenticated')
      const refusal = await sessions.checkPin(principal, body.pin)
      if (refusal !== undefined) return refusal
      await parts.acceptClock(actorOf(principal), body.reason)
      return parts.clockReport()
    },
    'GET /api/v1/metrics/summary': () => parts.metrics(),
    'GET /api/v1/openapi.json': () => openApiDocument(),
  }
}
