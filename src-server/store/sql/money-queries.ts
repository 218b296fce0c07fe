import type { Sql } from './sql.ts'
import type {
  CashMoveRow,
  DiscountRow,
  MoneyQueries,
  MoneyWrites,
  PaymentRow,
  ReceiptRow,
  ShiftReceipts,
  ShiftRow,
  TenderRow,
} from '../money-rows.ts'
import { columns, insertion, updater } from './rows.ts'

const payment = {
  id: 'id',
  bookingId: 'booking_id',
  stayId: 'stay_id',
  quoteId: 'quote_id',
  state: 'state',
  grossMinor: 'gross_minor',
  discountMinor: 'discount_minor',
  paidMinor: 'paid_minor',
  refundedMinor: 'refunded_minor',
  currency: 'currency',
  provider: 'provider',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
}
const tender = {
  id: 'id',
  paymentId: 'payment_id',
  kind: 'kind',
  method: 'method',
  amountMinor: 'amount_minor',
  currency: 'currency',
  receivedMinor: 'received_minor',
  changeMinor: 'change_minor',
  reference: 'reference',
  reason: 'reason',
  shiftId: 'shift_id',
  at: 'at',
  recordedBy: 'recorded_by',
}
const discount = {
  id: 'id',
  paymentId: 'payment_id',
  kind: 'kind',
  value: 'value',
  amountMinor: 'amount_minor',
  reason: 'reason',
  at: 'at',
  givenBy: 'given_by',
}
const receipt = {
  series: 'series',
  number: 'number',
  paymentId: 'payment_id',
  creditsNumber: 'credits_number',
  issuedAt: 'issued_at',
  shiftId: 'shift_id',
  totalMinor: 'total_minor',
  currency: 'currency',
  plate: 'plate',
  verifyCode: 'verify_code',
  document: 'document',
  prints: 'prints',
}
const shift = {
  id: 'id',
  number: 'number',
  state: 'state',
  openedAt: 'opened_at',
  openedBy: 'opened_by',
  floatMinor: 'float_minor',
  closedAt: 'closed_at',
  closedBy: 'closed_by',
  countedMinor: 'counted_minor',
  expectedMinor: 'expected_minor',
  report: 'report',
}
const cashMove = {
  id: 'id',
  shiftId: 'shift_id',
  kind: 'kind',
  amountMinor: 'amount_minor',
  reason: 'reason',
  at: 'at',
  recordedBy: 'recorded_by',
}

/** The most receipts that one search answers with. */
const MOST_RECEIPTS = 500

const NO_RECEIPTS: ShiftReceipts = { count: 0, first: null, last: null, creditNotes: 0, discountsMinor: 0 }

const SHIFT_RECEIPTS = `SELECT
    count(*) FILTER (WHERE r.series = 'R') AS "count",
    min(r.number) FILTER (WHERE r.series = 'R') AS "first",
    max(r.number) FILTER (WHERE r.series = 'R') AS "last",
    count(*) FILTER (WHERE r.series = 'C') AS "creditNotes",
    coalesce(sum(p.discount_minor) FILTER (WHERE r.series = 'R'), 0) AS "discountsMinor"
  FROM receipt AS r JOIN payment AS p ON p.id = r.payment_id WHERE r.shift_id = ?`

export function moneyQueries(db: Sql): MoneyQueries {
  const byId = db.prepare<[string], PaymentRow>(`SELECT ${columns(payment)} FROM payment WHERE id = ?`)
  const newestFirst = 'ORDER BY created_at DESC, rowid DESC'
  const byBooking = db.prepare<[string], PaymentRow>(
    `SELECT ${columns(payment)} FROM payment WHERE booking_id = ? ${newestFirst}`,
  )
  const byStay = db.prepare<[string], PaymentRow>(
    `SELECT ${columns(payment)} FROM payment WHERE stay_id = ? ${newestFirst}`,
  )
  const overdueExits = db.prepare<[number], PaymentRow>(
    `SELECT ${columns(payment)} FROM payment WHERE state IN ('due', 'pending') AND stay_id IS NOT NULL AND expires_at <= ?`,
  )
  const tenders = db.prepare<[string], TenderRow>(
    `SELECT ${columns(tender)} FROM tender WHERE payment_id = ? ORDER BY at, rowid`,
  )
  const discounts = db.prepare<[string], DiscountRow>(
    `SELECT ${columns(discount)} FROM discount WHERE payment_id = ? ORDER BY at, rowid`,
  )
  const oneReceipt = db.prepare<[string, number], ReceiptRow>(
    `SELECT ${columns(receipt)} FROM receipt WHERE series = ? AND number = ?`,
  )
  const byCode = db.prepare<[string], ReceiptRow>(`SELECT ${columns(receipt)} FROM receipt WHERE verify_code = ?`)
  const receipts = db.prepare<[string], ReceiptRow>(
    `SELECT ${columns(receipt)} FROM receipt WHERE payment_id = ? ORDER BY issued_at, series DESC, number`,
  )
  const nextReceipt = db
    .prepare<[string], number>('SELECT coalesce(max(number), 0) + 1 FROM receipt WHERE series = ?')
    .pluck()
  const open = db.prepare<[], ShiftRow>(`SELECT ${columns(shift)} FROM shift WHERE state = 'open'`)
  const oneShift = db.prepare<[string], ShiftRow>(`SELECT ${columns(shift)} FROM shift WHERE id = ?`)
  const latest = db.prepare<[number], ShiftRow>(`SELECT ${columns(shift)} FROM shift ORDER BY number DESC LIMIT ?`)
  const nextShift = db.prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM shift').pluck()
  const shiftTenders = db.prepare<[string], TenderRow>(
    `SELECT ${columns(tender)} FROM tender WHERE shift_id = ? ORDER BY at, rowid`,
  )
  const moves = db.prepare<[string], CashMoveRow>(
    `SELECT ${columns(cashMove)} FROM cash_move WHERE shift_id = ? ORDER BY at, rowid`,
  )
  const shiftReceipts = db.prepare<[string], ShiftReceipts>(SHIFT_RECEIPTS)
  const staff = db.prepare<[], { id: string; name: string }>(
    'SELECT id, name FROM "user" WHERE active = 1 ORDER BY name',
  )
  const newestReceipts = `ORDER BY issued_at DESC, series, number DESC LIMIT ${MOST_RECEIPTS}`
  const between = db.prepare<[number, number], ReceiptRow>(
    `SELECT ${columns(receipt)} FROM receipt WHERE issued_at >= ? AND issued_at < ? ${newestReceipts}`,
  )
  const ofPlate = db.prepare<[string, string], ReceiptRow>(
    `SELECT ${columns(receipt)} FROM receipt WHERE plate >= ? AND plate < ? ${newestReceipts}`,
  )
  const kept = db.prepare<[string], { busyFrom: number; busyTo: number }>(
    `SELECT busy_from AS "busyFrom", busy_to AS "busyTo" FROM allocation WHERE booking_id = ? ORDER BY rowid DESC LIMIT 1`,
  )
  const follower = db.prepare<[string], string>('SELECT id FROM booking WHERE follows_booking_id = ?').pluck()
  return {
    receiptsOfShift: async (shiftId) => (await shiftReceipts.get(shiftId)) ?? NO_RECEIPTS,
    activeStaff: async () => staff.all(),
    receiptsBetween: async (from, to) => between.all(from, to),
    // Behind the last plate that begins so: nothing in a plate comes after a tilde.
    receiptsOfPlate: async (plate) => ofPlate.all(plate, `${plate}~`),
    lastAllocation: async (bookingId) => kept.get(bookingId),
    followerOf: async (bookingId) => follower.get(bookingId),
    payment: async (id) => byId.get(id),
    paymentsOf: async (subject) =>
      'bookingId' in subject ? byBooking.all(subject.bookingId) : byStay.all(subject.stayId),
    overdueExitPayments: async (at) => overdueExits.all(at),
    tendersOf: async (paymentId) => tenders.all(paymentId),
    discountsOf: async (paymentId) => discounts.all(paymentId),
    receipt: async (series, number) => oneReceipt.get(series, number),
    receiptByCode: async (verifyCode) => byCode.get(verifyCode),
    receiptsOf: async (paymentId) => receipts.all(paymentId),
    nextReceiptNumber: async (series) => (await nextReceipt.get(series)) ?? 1,
    openShift: async () => open.get(),
    shift: async (id) => oneShift.get(id),
    shifts: async (limit) => latest.all(limit),
    nextShiftNumber: async () => (await nextShift.get()) ?? 1,
    tendersOfShift: async (shiftId) => shiftTenders.all(shiftId),
    cashMovesOf: async (shiftId) => moves.all(shiftId),
  }
}

export function moneyWrites(db: Sql): MoneyWrites {
  const updatePayment = updater(db, 'payment', payment)
  const insertPayment = db.prepare(insertion('payment', payment))
  const insertTender = db.prepare(insertion('tender', tender))
  const insertDiscount = db.prepare(insertion('discount', discount))
  const insertReceipt = db.prepare(insertion('receipt', receipt))
  const print = db
    .prepare<[string, number], number>(
      'UPDATE receipt SET prints = prints + 1 WHERE series = ? AND number = ? RETURNING prints',
    )
    .pluck()
  const insertShift = db.prepare(insertion('shift', shift))
  const close = db.prepare(
    `UPDATE shift SET state = 'closed', closed_at = @closedAt, closed_by = @closedBy, counted_minor = @countedMinor,
     expected_minor = @expectedMinor, report = @report WHERE id = @id`,
  )
  const insertMove = db.prepare(insertion('cash_move', cashMove))
  return {
    async insertPayment(row) {
      await insertPayment.run(row)
    },
    async updatePayment(id, change) {
      await updatePayment(id, change)
    },
    async insertTender(row) {
      await insertTender.run(row)
    },
    async insertDiscount(row) {
      await insertDiscount.run(row)
    },
    async insertReceipt(row) {
      await insertReceipt.run(row)
    },
    async countPrint(series, number) {
      const prints = await print.get(series, number)
      if (prints === undefined) throw new Error(`there is no receipt ${series} ${number}`)
      return prints
    },
    async insertShift(row) {
      await insertShift.run(row)
    },
    async closeShift(id, closing) {
      await close.run({ ...closing, id })
    },
    async insertCashMove(row) {
      await insertMove.run(row)
    },
  }
}
