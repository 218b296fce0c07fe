import type { Handlers } from '../handler.ts'
import { adminHandlers, type AdminHandlerParts } from './admin-handlers.ts'
import { backupHandlers, type BackupHandlerParts } from './backup-handlers.ts'
import { customerHandlers, type CustomerParts } from './customer-handlers.ts'
import { filterHandlers, type FilterParts } from './filter-handlers.ts'
import { helpHandlers, type HelpParts } from './help-handlers.ts'
import { houseHandlers, type HouseParts } from './house-handlers.ts'
import { lotHandlers, type LotParts } from './lot-handlers.ts'
import { moneyHandlers, type MoneyParts } from './money-handlers.ts'
import { networkHandlers, type NetworkHandlerParts } from './network-handlers.ts'
import { noticeHandlers, type NoticeParts } from './notice-handlers.ts'
import { reportHandlers, type ReportParts } from './report-handlers.ts'
import { washHandlers, type WashParts } from './wash-handlers.ts'
import { tariffHandlers, type TariffParts } from './tariff-handlers.ts'

export type HandlerParts = AdminHandlerParts &
  BackupHandlerParts &
  CustomerParts &
  FilterParts &
  HelpParts &
  HouseParts &
  LotParts &
  MoneyParts &
  NetworkHandlerParts &
  NoticeParts &
  ReportParts &
  WashParts &
  TariffParts

/** The whole API, each route handed to the service that knows. A route without a handler does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...adminHandlers(parts),
    ...backupHandlers(parts),
    ...customerHandlers(parts),
    ...filterHandlers(parts),
    ...helpHandlers(parts),
    ...houseHandlers(parts),
    ...lotHandlers(parts),
    ...moneyHandlers(parts),
    ...networkHandlers(parts),
    ...noticeHandlers(parts),
    ...reportHandlers(parts),
    ...washHandlers(parts),
    ...tariffHandlers(parts),
  }
}
