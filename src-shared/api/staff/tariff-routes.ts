import * as v from 'valibot'
import { Breakdown } from '../../tariff/breakdown.ts'
import { Instant } from '../fields.ts'
import { ReasonText } from '../payment-schemas.ts'
import { MOST_PERMITS, NewPermit, Permit } from '../permit-schemas.ts'
import type { RouteTable } from '../route.ts'
import { NewTariffVersion, TariffPreviewRequest, TariffPricesRequest, TariffVersion } from '../tariff-schemas.ts'
import { ById, managers, Pin, staff } from './fields.ts'

/** A plan with all its lines fits, in bytes. */
const PLAN_LIMIT = 200_000

/** What parking costs, and who parks without paying. */
export const tariffRoutes = {
  'GET /api/v1/tariffs': {
    summary: 'Every version of the tariff, newest first',
    access: { staff },
    status: 200,
    response: v.object({ server_time: Instant, versions: v.array(TariffVersion) }),
  },
  'GET /api/v1/tariffs/{id}': {
    summary: 'One version of the tariff',
    access: { staff },
    params: ById,
    status: 200,
    response: TariffVersion,
  },
  'POST /api/v1/tariffs': {
    summary: 'Put a new version of the tariff in force, now or later, with the PIN; it never changes again',
    access: { staff: ['owner'] },
    body: v.strictObject({ ...NewTariffVersion.entries, pin: Pin }),
    bodyLimit: PLAN_LIMIT,
    status: 201,
    response: TariffVersion,
  },
  'POST /api/v1/tariffs/preview': {
    summary: 'What a stay would cost by a draft or a version, and why; writes nothing',
    access: { staff },
    body: TariffPreviewRequest,
    bodyLimit: PLAN_LIMIT,
    status: 200,
    response: v.object({ start: Instant, end: Instant, breakdown: Breakdown }),
  },
  'POST /api/v1/tariffs/prices': {
    summary: 'What many stays would cost by a draft or a version, totals only, in the order asked; writes nothing',
    access: { staff },
    body: TariffPricesRequest,
    bodyLimit: PLAN_LIMIT,
    status: 200,
    response: v.object({ totals_minor: v.array(v.number()) }),
  },
  'GET /api/v1/permits': {
    summary: 'Who may park without paying, and who might once',
    access: { staff },
    status: 200,
    response: v.object({ server_time: Instant, today: v.string(), permits: v.array(Permit) }),
  },
  'POST /api/v1/permits': {
    summary: 'Let a car park without paying, from a day to a day',
    access: { staff: managers },
    body: NewPermit,
    status: 201,
    response: Permit,
  },
  'POST /api/v1/permits/import': {
    summary: 'Add many permits, all or none',
    access: { staff: managers },
    body: v.strictObject({ permits: v.pipe(v.array(NewPermit), v.minLength(1), v.maxLength(MOST_PERMITS)) }),
    bodyLimit: PLAN_LIMIT,
    status: 201,
    response: v.object({ permits: v.array(Permit) }),
  },
  'POST /api/v1/permits/{id}/revoke': {
    summary: 'End a permit at once, with a reason',
    access: { staff: managers },
    params: ById,
    body: v.strictObject({ reason: ReasonText }),
    status: 200,
    response: Permit,
  },
} as const satisfies RouteTable
