import type { ClockReport } from '../../../src-shared/api/clock-schemas.ts'
import type { ResponseOf } from '../../../src-shared/api/route.ts'
import type { Routes } from '../../../src-shared/api/routes.ts'
import type { houseRoutes } from '../../../src-shared/api/staff/house-routes.ts'
import { isRefusal, refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import type { BookingService } from '../../booking/booking-service.ts'
import type { DeviceService, TabletPages } from '../../devices/device-service.ts'
import type { FindKiosk } from '../../devices/kiosk-here.ts'
import { cookieNames } from '../../identity/gatekeeper.ts'
import { actorOf } from '../../identity/principal.ts'
import type { SessionLock } from '../../identity/session-lock.ts'
import type { SessionService, SignedIn } from '../../identity/session-service.ts'
import type { SetupService } from '../../setup/setup-service.ts'
import type { Handler, HandlersOf, RequestContext } from '../handler.ts'

export interface HouseParts {
  readonly bookings: BookingService
  readonly sessions: SessionService
  readonly lock: SessionLock
  readonly devices: DeviceService
  readonly setup: SetupService
  readonly metrics: () => ReturnType<Handler<'GET /api/v1/metrics/summary'>>
  readonly clockReport: () => Promise<ClockReport>
  readonly acceptClock: (actor: string, reason: string) => Promise<void>
  readonly kioskHere: FindKiosk
  /** What tablets are to trust first, where this installation is its own authority. */
  readonly authority: () => { readonly url: string; readonly fingerprint: string } | null
  readonly tabletPages: () => TabletPages
}

function giveSession(
  signedIn: SignedIn | Refusal,
  context: RequestContext,
): ResponseOf<Routes['POST /api/v1/session']> | Refusal {
  if (isRefusal(signedIn)) return signedIn
  context.setCookie(cookieNames.staff, signedIn.token)
  return signedIn.session
}

/** Sign-in, the clock, bookings, kiosks. */
export function houseHandlers(parts: HouseParts): HandlersOf<typeof houseRoutes> {
  const { bookings, devices, lock, sessions, setup } = parts
  return {
    'GET /api/v1/bookings': ({ query }) => bookings.list(query),
    'POST /api/v1/bookings/{id}/check-in': ({ params }, { principal }) =>
      bookings.checkIn(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/undo-check-in': ({ params }, { principal }) =>
      bookings.undoCheckIn(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/complete': ({ params }, { principal }) =>
      bookings.complete(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/no-show': ({ params }, { principal }) => bookings.noShow(params.id, actorOf(principal)),
    'GET /api/v1/devices': async () => ({ devices: await devices.list(parts.kioskHere) }),
    'DELETE /api/v1/devices/{id}': ({ params }, { principal }) => devices.unpair(params.id, principal),
    'POST /api/v1/devices/{id}/reload': ({ params, body }, { principal }) =>
      devices.askReload(params.id, body.when, principal, parts.kioskHere),
    'POST /api/v1/devices/reload': async ({ body }, { principal }) => ({
      asked: await devices.askReloadOfAll(body.when, principal, parts.kioskHere),
    }),
    'POST /api/v1/devices/pairing-codes': async ({ body }, { principal }) => ({
      ...(await devices.newPairingCode(parts.tabletPages(), actorOf(principal), body?.device_name)),
      authority: parts.authority(),
    }),
    'GET /api/v1/setup': () => setup.status(),
    'POST /api/v1/setup': async ({ body }, context) => giveSession(await setup.complete(body), context),
    'POST /api/v1/session': async ({ body }, context) =>
      giveSession(await sessions.signIn(body.username, body.password, context.address, context.principal), context),
    'GET /api/v1/session': async (_, { principal }) =>
      principal.kind === 'user' ? sessions.describe(principal) : refuse('unauthenticated'),
    'DELETE /api/v1/session': async (_, context) => {
      if (context.principal.kind === 'user') await sessions.signOut(context.principal)
      context.clearCookie(cookieNames.staff)
      return undefined
    },
    'POST /api/v1/session/lock': async (_, { principal }) =>
      principal.kind === 'user' ? lock.lock(principal) : refuse('unauthenticated'),
    'POST /api/v1/session/unlock': async ({ body }, { principal }) =>
      principal.kind === 'user' ? lock.unlock(principal, body.secret) : refuse('unauthenticated'),
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
    'GET /api/v1/openapi.json': async () => (await import('../openapi.ts')).openApiDocument(),
  }
}
