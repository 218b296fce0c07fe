import * as v from 'valibot'
import { Id } from '../fields.ts'
import { HelpCall } from '../help-schemas.ts'
import type { RouteTable } from '../route.ts'
import { staff } from './fields.ts'

/** Whom a kiosk calls, and who goes there. */
export const helpDeskRoutes = {
  'GET /api/v1/help-calls': {
    summary: 'The kiosks that wait for an attendant, longest first',
    access: { staff },
    status: 200,
    response: v.object({ calls: v.array(HelpCall) }),
  },
  'POST /api/v1/help-calls/{id}/take': {
    summary: 'Say that one is on the way; the kiosk shows it. Taken already, it stays taken',
    access: { staff },
    params: v.strictObject({ id: Id }),
    status: 200,
    response: v.object({ call: HelpCall }),
  },
  'POST /api/v1/help-calls/{id}/release': {
    summary: 'Nobody is on the way after all: the kiosk waits again',
    access: { staff },
    params: v.strictObject({ id: Id }),
    status: 200,
    response: v.object({ call: HelpCall }),
  },
} as const satisfies RouteTable
