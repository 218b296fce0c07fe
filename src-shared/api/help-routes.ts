import * as v from 'valibot'
import { Id } from './fields.ts'
import { HelpCall } from './help-schemas.ts'
import type { RouteTable } from './route.ts'

/** What a tablet asks when somebody calls the attendant; it is loaded after the first screen. */
export const helpRoutes = {
  'POST /api/v1/help-calls': {
    summary: 'Call the attendant to this kiosk; a call that was made just now is answered again',
    access: { public: 'kiosk' },
    status: 201,
    response: v.object({ call: HelpCall }),
  },
  'GET /api/v1/help-calls/{id}': {
    summary: 'Whether somebody is on their way to this kiosk',
    access: { public: 'kiosk' },
    params: v.strictObject({ id: Id }),
    status: 200,
    response: v.object({ call: HelpCall }),
  },
  'DELETE /api/v1/help-calls/{id}': {
    summary: 'Nobody at this kiosk needs help any more; the attendants are told',
    access: { public: 'kiosk' },
    params: v.strictObject({ id: Id }),
    status: 204,
  },
} as const satisfies RouteTable
