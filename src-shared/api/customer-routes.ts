import * as v from 'valibot'
import { kioskRoutes } from './kiosk-routes.ts'
import { VerifiedReceipt } from './receipt-schemas.ts'
import type { RouteTable } from './route.ts'

/** What a kiosk or a customer's phone calls. */
export const customerRoutes = {
  ...kioskRoutes,
  'GET /api/v1/receipts/verify/{code}': {
    summary: 'Whether a receipt is genuine, and how its booking stands',
    access: { public: 'anyone', staff: 'anyone' },
    params: v.strictObject({ code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, 'is no such code')) }),
    status: 200,
    response: VerifiedReceipt,
  },
} as const satisfies RouteTable
