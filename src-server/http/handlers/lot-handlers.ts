import type { lotRoutes } from '../../../src-shared/api/staff/lot-routes.ts'
import type { ParsedRequest } from '../../../src-shared/api/route.ts'
import type { Routes } from '../../../src-shared/api/routes.ts'
import { isRefusal, refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../../src-shared/format/instant.ts'
import { actorOf, type Principal } from '../../identity/principal.ts'
import type { FailureLimits } from '../../identity/rate-limits.ts'
import type { SessionService } from '../../identity/session-service.ts'
import type { ExitAsk } from '../../parking/exit-quote.ts'
import type { ParkingService } from '../../parking/parking-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface LotParts {
  readonly parking: ParkingService
  readonly sessions: SessionService
  readonly failures: FailureLimits
}

/** Asks whoever calls for the PIN again. @returns why not, or undefined when it is right */
async function pinRefusal({ sessions }: LotParts, principal: Principal, pin: string): Promise<Refusal | undefined> {
  return principal.kind === 'user' ? sessions.checkPin(principal, pin) : refuse('unauthenticated')
}

/** An instant that the schema has let pass. */
function instant(text: string): number {
  const at = parseInstant(text)
  if (at === undefined) throw new Error(`${text} is no instant`)
  return at
}

async function exitAsk(
  parts: LotParts,
  principal: Principal,
  body: ParsedRequest<Routes['POST /api/v1/stays/{id}/exit-quotes']>['body'],
): Promise<ExitAsk | Refusal> {
  const { lost_ticket: lostTicket, left_at: leftAt, reason, pin } = body ?? {}
  if (leftAt === undefined) return { lostTicket, manual: undefined }
  if (reason === undefined) {
    return refuse('invalid_request', 'a time by hand needs a reason', {
      errors: [{ path: 'body.reason', message: 'must say why, in a few words' }],
    })
  }
  if (pin === undefined) return refuse('pin_needed')
  const refusal = await pinRefusal(parts, principal, pin)
  return refusal ?? { lostTicket, manual: { leftAt: instant(leftAt), reason } }
}

/** The lot, cars in and out, the waitlist. */
export function lotHandlers(parts: LotParts): HandlersOf<typeof lotRoutes> {
  const { parking, failures } = parts
  return {
    'GET /api/v1/lot': () => parking.lot(),
    'GET /api/v1/search': async ({ query }, { principal }) => {
      const limit = { searchByUser: actorOf(principal) }
      if (failures.isBlocked(limit)) return refuse('rate_limited')
      failures.add(limit)
      return parking.search(query.q)
    },
    'GET /api/v1/stays': () => parking.stays(),
    'POST /api/v1/stays': ({ body, headers }, { principal }) =>
      parking.park(body, actorOf(principal), headers['idempotency-key']),
    'GET /api/v1/stays/{id}': ({ params }) => parking.stay(params.id),
    'POST /api/v1/stays/{id}/exit-quotes': async ({ params, body }, { principal }) => {
      const ask = await exitAsk(parts, principal, body)
      return isRefusal(ask) ? ask : parking.quoteExit(params.id, ask, actorOf(principal))
    },
    'POST /api/v1/stays/{id}/exit': ({ params }, { principal }) => parking.exit(params.id, actorOf(principal)),
    'POST /api/v1/stays/{id}/move': ({ params, body }, { principal }) =>
      parking.moveCar(params.id, body.bay_id, actorOf(principal)),
    'POST /api/v1/stays/{id}/correct-entry': async ({ params, body }, { principal }) => {
      const refusal = await pinRefusal(parts, principal, body.pin)
      const correction = { enteredAt: instant(body.entered_at), reason: body.reason }
      return refusal ?? parking.correctEntry(params.id, correction, actorOf(principal))
    },
    'POST /api/v1/stays/{id}/void': async ({ params, body }, { principal }) => {
      const refusal = await pinRefusal(parts, principal, body.pin)
      return refusal ?? parking.voidStay(params.id, body.reason, actorOf(principal))
    },
    'POST /api/v1/bookings/{id}/move': ({ params, body }, { principal }) =>
      parking.moveBooking(params.id, body.bay_id, actorOf(principal)),
    'POST /api/v1/bays/{id}/block': ({ params, body }, { principal }) => {
      const until = body.until === undefined ? undefined : instant(body.until)
      return parking.block(params.id, { until, reason: body.reason }, actorOf(principal))
    },
    'POST /api/v1/bays/{id}/unblock': ({ params }, { principal }) => parking.unblock(params.id, actorOf(principal)),
    'GET /api/v1/waitlist': () => parking.waitlist(),
    'POST /api/v1/waitlist': ({ body }, { principal }) => parking.wait(body, actorOf(principal)),
    'POST /api/v1/waitlist/{id}/serve': ({ params }, { principal }) => parking.serve(params.id, actorOf(principal)),
    'POST /api/v1/waitlist/{id}/return': ({ params }, { principal }) =>
      parking.returnToWaitlist(params.id, actorOf(principal)),
    'DELETE /api/v1/waitlist/{id}': ({ params }, { principal }) => parking.leaveWaitlist(params.id, actorOf(principal)),
  }
}
