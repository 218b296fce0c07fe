import type { Handlers } from '../handler.ts'
import { customerHandlers, type CustomerParts } from './customer-handlers.ts'
import { houseHandlers, type HouseParts } from './house-handlers.ts'
import { lotHandlers } from './lot-handlers.ts'
import { moneyHandlers, type MoneyParts } from './money-handlers.ts'

export type HandlerParts = CustomerParts & HouseParts & MoneyParts

/** The whole API, each route handed to the service that knows. A route without a handler does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  return { ...customerHandlers(parts), ...houseHandlers(parts), ...lotHandlers(), ...moneyHandlers(parts) }
}
