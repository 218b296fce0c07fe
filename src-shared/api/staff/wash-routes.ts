import * as v from 'valibot'
import { IdempotencyHeaders, StaffBooking } from '../booking-schemas.ts'
import { Id } from '../fields.ts'
import type { RouteTable } from '../route.ts'
import { WashBoard, WashJob, WashMove, WashWalkIn } from '../wash-schemas.ts'
import { ById, staff } from './fields.ts'

/** The wash board. */
export const washRoutes = {
  'GET /api/v1/wash-jobs': {
    summary: 'Today’s washes by column: booked, queued, being washed, checked, ready, the last collected',
    access: { staff },
    status: 200,
    response: WashBoard,
  },
  'POST /api/v1/wash-jobs/{id}/move': {
    summary: 'The wash goes to another column, or to another place in its own',
    access: { staff },
    params: ById,
    body: WashMove,
    status: 200,
    response: WashJob,
  },
  'POST /api/v1/wash-jobs/{id}/bay': {
    summary: 'The wash goes to another bay, if that one is free for it',
    access: { staff },
    params: ById,
    body: v.strictObject({ wash_bay_id: Id }),
    status: 200,
    response: WashJob,
  },
  'POST /api/v1/wash-walk-ins': {
    summary: 'A car without a booking: the first bay that is free from now on; to be paid at the counter',
    access: { staff },
    headers: IdempotencyHeaders,
    body: WashWalkIn,
    status: 201,
    response: StaffBooking,
  },
} as const satisfies RouteTable
