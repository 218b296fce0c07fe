import type { Sql } from './sql.ts'
import type {
  CarSum,
  DeedSum,
  ExceptionRow,
  LostSum,
  Piece,
  ReceiptSum,
  ReportQueries,
  ReportShift,
  ShiftSum,
  StaySum,
  TenderSum,
  Unmatched,
  WashSum,
} from '../report-rows.ts'
import type { ShiftRow } from '../money-rows.ts'
import { auditQueries } from './audit-queries.ts'
import { EXCEPTIONS } from './exception-sql.ts'
import * as sql from './report-sql.ts'

type ByClass = Awaited<ReturnType<ReportQueries['bayCounts']>>[number]

/** Reads for reports. Statements are prepared when they are first used: most readers use a few of them. */
export function reportQueries(db: Sql): ReportQueries {
  const all =
    <Row>(text: string) =>
    async (piece: Piece) =>
      db.prepare<[Piece], Row>(text).all(piece)
  return {
    ...auditQueries(db),
    tenderSums: all<TenderSum>(sql.TENDER_SUMS),
    receiptSums: all<ReceiptSum>(sql.RECEIPT_SUMS),
    bayCounts: async () => db.prepare<[], ByClass>(sql.BAY_COUNTS).all(),
    washBayCount: async () =>
      (await db
        .prepare<[], number>(`SELECT count(*) FROM resource WHERE kind = 'wash_bay' AND active = 1`)
        .pluck()
        .get()) ?? 0,
    carsAt: async (at) => db.prepare<[{ at: number }], ByClass>(sql.CARS_AT).all({ at }),
    carsThatCame: all<CarSum>(sql.CARS_CAME),
    carsThatWent: all<CarSum>(sql.CARS_WENT),
    stayFigures: all<StaySum>(sql.STAY_FIGURES),
    washFigures: all<WashSum>(sql.WASH_FIGURES),
    lostBookings: all<LostSum>(sql.LOST_BOOKINGS),
    bookingStates: async (from, to) =>
      db.prepare<[object], { state: string; count: number }>(sql.BOOKING_STATES).all({ from, to }),
    unmatchedPayments: all<Unmatched>(sql.UNMATCHED),
    shiftSums: all<ShiftSum>(sql.SHIFT_SUMS),
    reportShift: async (id) => db.prepare<[string], ReportShift>(sql.REPORT_SHIFT).get(id),
    chainSum: async (piece) => (await db.prepare<[Piece], number>(sql.CHAIN_SUM).pluck().get(piece)) ?? 0,
    deeds: async (stretch) => db.prepare<[object], DeedSum>(sql.DEEDS).all({ ...stretch }),
    closedShifts: async (stretch) => db.prepare<[object], ShiftRow>(sql.CLOSED_SHIFTS).all({ ...stretch }),
    async exceptions(stretch, limit) {
      const found: ExceptionRow[] = []
      for (const text of Object.values(EXCEPTIONS)) {
        found.push(...(await db.prepare<[object], ExceptionRow>(text).all({ ...stretch, limit })))
      }
      return found.sort((a, b) => b.at - a.at)
    },
  }
}
