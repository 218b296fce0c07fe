import type { moneyRoutes } from '../../../src-shared/api/staff/money-routes.ts'
import { refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import type { Discount } from '../../../src-shared/tariff/breakdown.ts'
import { actorOf, type Principal } from '../../identity/principal.ts'
import type { SessionService } from '../../identity/session-service.ts'
import type { PaymentService } from '../../payments/payment-service.ts'
import type { Asking } from '../../decisions/once.ts'
import type { ReceiptService } from '../../receipts/receipt-service.ts'
import type { ShiftService } from '../../shifts/shift-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface MoneyParts {
  readonly sessions: SessionService
  readonly payments: PaymentService
  readonly receipts: ReceiptService
  readonly shifts: ShiftService
}

function asking(principal: Principal, headers: { readonly 'idempotency-key'?: string | undefined }): Asking {
  return { actor: actorOf(principal), key: headers['idempotency-key'] }
}

/** What a body asks to take off: one of the two, never both. */
function discountOf(body: { readonly percent_bps?: number | undefined; readonly off_minor?: number | undefined }) {
  const { percent_bps, off_minor } = body
  if (percent_bps !== undefined && off_minor === undefined) {
    return { kind: 'percent_bps', value: percent_bps } satisfies Discount
  }
  return off_minor !== undefined && percent_bps === undefined
    ? ({ kind: 'amount', value: off_minor } satisfies Discount)
    : undefined
}

/** Payments, receipts and shifts. */
export function moneyHandlers({ sessions, payments, receipts, shifts }: MoneyParts): HandlersOf<typeof moneyRoutes> {
  /** Does what matters only after the PIN of whoever asks. */
  async function withPin<T>(principal: Principal, pin: string, act: () => Promise<T>): Promise<T | Refusal> {
    if (principal.kind !== 'user') return refuse('unauthenticated')
    return (await sessions.checkPin(principal, pin)) ?? act()
  }

  return {
    'POST /api/v1/bookings/{id}/payments': ({ params, body, headers }, { principal }) =>
      payments.takeForBooking(params.id, body, asking(principal, headers)),
    'POST /api/v1/bookings/{id}/late-payments': ({ params, body, headers }, { principal }) =>
      payments.late(params.id, body, asking(principal, headers)),
    'GET /api/v1/payments/{id}': ({ params }) => payments.get(params.id),
    'POST /api/v1/payments/{id}/tenders': ({ params, body, headers }, { principal }) =>
      payments.take(params.id, body, asking(principal, headers)),
    'POST /api/v1/payments/{id}/discounts': async ({ params, body, headers }, { principal }) => {
      const discount = discountOf(body)
      if (discount === undefined) return refuse('invalid_request', 'say either percent_bps or off_minor')
      return withPin(principal, body.pin, () =>
        payments.discount(params.id, discount, body.reason, asking(principal, headers)),
      )
    },
    'POST /api/v1/payments/{id}/refunds': ({ params, body, headers }, { principal }) =>
      withPin(principal, body.pin, () => payments.refund(params.id, body, asking(principal, headers))),
    'GET /api/v1/payments/{id}/qr': ({ params }) => payments.qr(params.id),
    'GET /api/v1/receipts': ({ query }) => receipts.list(query),
    'GET /api/v1/receipts/{id}': ({ params }) => receipts.get(params.id),
    'POST /api/v1/receipts/{id}/prints': ({ params, body }, { principal }) =>
      receipts.print(params.id, body, actorOf(principal)),
    'POST /api/v1/receipts/{id}/page-prints': ({ params, body }, { principal }) =>
      receipts.printPage(params.id, body, actorOf(principal)),
    'GET /api/v1/shifts/current': () => shifts.current(),
    'POST /api/v1/shifts': ({ body, headers }, { principal }) =>
      shifts.open(body.float_minor, asking(principal, headers)),
    'POST /api/v1/shifts/{id}/cash-moves': ({ params, body, headers }, { principal }) =>
      shifts.moveCash(params.id, body, asking(principal, headers)),
    'POST /api/v1/shifts/{id}/close': ({ params, body, headers }, { principal }) =>
      withPin(principal, body.pin, () =>
        shifts.close(
          params.id,
          { countedMinor: body.counted_minor, successor: body.hand_over_to },
          asking(principal, headers),
        ),
      ),
    'GET /api/v1/shifts': () => shifts.list(),
    'GET /api/v1/shifts/{id}/report': ({ params }) => shifts.report(params.id),
    'GET /api/v1/shifts/{id}/report.pdf': ({ params }) => shifts.reportFile(params.id),
    'GET /api/v1/staff-names': () => shifts.staffNames(),
  }
}
