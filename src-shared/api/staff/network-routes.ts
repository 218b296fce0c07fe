import { Network, NetworkChoice } from '../network-schemas.ts'
import type { RouteTable } from '../route.ts'
import { managers } from './fields.ts'

/** How tablets find the server. */
export const networkRoutes = {
  'GET /api/v1/network': {
    summary: 'This computer’s addresses, the name that it announces, and when the kiosk’s page was last opened',
    access: { staff: managers },
    status: 200,
    response: Network,
  },
  'PUT /api/v1/network': {
    summary: 'Choose the address that tablets are told, and whether a name is announced',
    access: { staff: managers },
    body: NetworkChoice,
    status: 200,
    response: Network,
  },
} as const satisfies RouteTable
