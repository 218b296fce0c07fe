import type { Database } from 'better-sqlite3'
import type {
  CarSum,
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
import { auditQueries } from './audit-queries.ts'
import { EXCEPTIONS } from './exception-sql.ts'
import * as sql from './report-sql.ts'

type ByClass = Awaited<ReturnType<ReportQueries['bayCounts']>>[number]

/** Reads for reports. Statements are prepared when they are first used: most readers use a few of them. */
export function reportQueries(db: Database): ReportQueries {
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
      db.prepare<[], number>(`SELECT count(*) FROM resource WHERE kind = 'wash_bay' AND active = 1`).pluck().get() ?? 0,
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
    chainSum: async (piece) => db.prepare<[Piece], number>(sql.CHAIN_SUM).pluck().get(piece) ?? 0,
    exceptions: async (stretch, limit) =>
      Object.values(EXCEPTIONS)
        .flatMap((text) => db.prepare<[object], ExceptionRow>(text).all({ ...stretch, limit }))
        .sort((a, b) => b.at - a.at),
  }
}
