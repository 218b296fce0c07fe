import type { StoreTrouble } from '../../../src-shared/api/fields.ts'
import type { ParsedRequest } from '../../../src-shared/api/route.ts'
import type { customerRoutes } from '../../../src-shared/api/customer-routes.ts'
import type { Routes } from '../../../src-shared/api/routes.ts'
import { isRefusal, refuse } from '../../../src-shared/errors/refusal.ts'
import type { BookingService } from '../../booking/booking-service.ts'
import type { Bus } from '../../bus/bus.ts'
import type { Clock } from '../../clock/clock.ts'
import { makeTimeUpdate } from '../../clock/time-update.ts'
import type { DeviceService } from '../../devices/device-service.ts'
import { cookieNames } from '../../identity/gatekeeper.ts'
import { actorOf } from '../../identity/principal.ts'
import { bookingStatus, type BookingStatusParts } from '../../payments/booking-status.ts'
import type { ReceiptService } from '../../receipts/receipt-service.ts'
import type { ParkingService } from '../../parking/parking-service.ts'
import { toSiteIso } from '../../site/site-calendar.ts'
import type { SiteService } from '../../site/site-service.ts'
import type { Handler, HandlersOf } from '../handler.ts'

export interface CustomerParts extends BookingStatusParts {
  readonly parking: ParkingService
  readonly receipts: ReceiptService
  readonly clock: Clock
  readonly bus: Pick<Bus, 'condition'>
  readonly site: SiteService
  readonly bookings: BookingService
  readonly devices: DeviceService
  readonly washAvailability: (
    query: ParsedRequest<Routes['GET /api/v1/availability/wash']>['query'],
  ) => ReturnType<Handler<'GET /api/v1/availability/wash'>>
  /** Why nothing can be saved and since when, ms of business time; undefined while it can. */
  readonly trouble: () => { readonly why: StoreTrouble; readonly since: number } | undefined
  /** Whether the server is about to stop, and others should be asked. */
  readonly isRestarting: () => boolean
  /** The tick that went out last. */
  readonly tickSeq: () => number
}

/** Browsers keep a cookie for 400 days at the most (RFC 6265bis). */
const DEVICE_COOKIE_SECONDS = 400 * 86_400

/** A server that can save nothing, or is about to stop, is up and not ready: whoever watches it from outside goes by the status. */
function readiness({ trouble, isRestarting, clock, site, bus: { condition } }: CustomerParts) {
  if (isRestarting()) return refuse('server_restarting')
  const now = trouble()
  // A server that does not hear the others is as right as ever, and late by seconds.
  const bus = condition === 'alone' ? {} : { bus: condition }
  if (now === undefined) return { status: 'ready', store: 'open', clock_state: clock.state, ...bus } as const
  const { why, since } = now
  return refuse('store_read_only', undefined, { store: 'read_only', why, since: toSiteIso(since, site.timezone) })
}

/** What a kiosk or a customer's phone may ask. */
export function customerHandlers(parts: CustomerParts): HandlersOf<typeof customerRoutes> {
  const { bookings, clock, devices, site } = parts
  return {
    'GET /healthz': async () => ({ status: 'ok' }),
    'GET /readyz': async () => readiness(parts),
    'GET /api/v1/time': async () => makeTimeUpdate(clock, site.timezone, parts.tickSeq(), parts.trouble()?.why),
    'GET /api/v1/site': () => site.describe(),
    'GET /api/v1/availability/wash': ({ query }) => parts.washAvailability(query),
    'POST /api/v1/bookings': ({ body, headers }, { principal }) =>
      bookings.create(body, actorOf(principal), headers['idempotency-key']),
    'GET /api/v1/bookings/{id}': ({ params: { id } }, { principal }) =>
      principal.kind === 'user' ? bookings.getForStaff(id) : bookings.get(id),
    'POST /api/v1/bookings/{id}/confirm': ({ params }, { principal }) =>
      bookings.confirm(params.id, actorOf(principal)),
    'POST /api/v1/bookings/{id}/cancel': ({ params }, { principal }) => bookings.cancel(params.id, actorOf(principal)),
    'POST /api/v1/devices/pair': async ({ body }, context) => {
      const paired = await devices.pair(body.code, context.address)
      if (isRefusal(paired)) return paired
      context.setCookie(cookieNames.device, paired.token, DEVICE_COOKIE_SECONDS)
      return { device: paired.device }
    },
    'GET /api/v1/devices/self': async (_, { principal }) => ({
      device: principal.kind === 'device' ? { id: principal.id, name: principal.name } : null,
    }),
    'GET /api/v1/availability/parking': ({ query }) => parts.parking.availability(query),
    'GET /api/v1/lot/plan': () => parts.parking.plan(),
    'GET /api/v1/bookings/{id}/status': ({ params }) => bookingStatus(parts, params.id),
    'GET /api/v1/receipts/verify/{code}': ({ params }, { address }) => parts.receipts.verify(params.code, address),
  }
}
