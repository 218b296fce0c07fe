import type { moneyRoutes } from '../../../src-shared/api/staff/money-routes.ts'
import type { BookingService } from '../../booking/booking-service.ts'
import { actorOf } from '../../identity/principal.ts'
import type { HandlersOf } from '../handler.ts'
import { notYet } from './not-yet.ts'

export interface MoneyParts {
  readonly bookings: BookingService
}

export function moneyHandlers({ bookings }: MoneyParts): HandlersOf<typeof moneyRoutes> {
  return {
    'POST /api/v1/bookings/{id}/payments': ({ params, body }, { principal }) =>
      bookings.recordPayment(params.id, body.method, actorOf(principal)),
    'POST /api/v1/bookings/{id}/late-payments': notYet,
    'GET /api/v1/payments/{id}': notYet,
    'POST /api/v1/payments/{id}/tenders': notYet,
    'POST /api/v1/payments/{id}/discounts': notYet,
    'POST /api/v1/payments/{id}/refunds': notYet,
    'GET /api/v1/payments/{id}/qr': notYet,
    'GET /api/v1/receipts': notYet,
    'GET /api/v1/receipts/{id}': notYet,
    'POST /api/v1/receipts/{id}/prints': notYet,
    'GET /api/v1/shifts/current': notYet,
    'POST /api/v1/shifts': notYet,
    'POST /api/v1/shifts/{id}/cash-moves': notYet,
    'POST /api/v1/shifts/{id}/close': notYet,
    'GET /api/v1/shifts': notYet,
    'GET /api/v1/shifts/{id}/report': notYet,
    'GET /api/v1/shifts/{id}/report.pdf': notYet,
    'GET /api/v1/staff-names': notYet,
  }
}
