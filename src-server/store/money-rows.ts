import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { PaymentState } from '../../src-shared/payment/payment-states.ts'
import type { ShiftState } from '../../src-shared/shift/shift-states.ts'
import type { Ms } from './basics.ts'

/** What somebody owes for a booking or a stay. What is left to pay: gross − discount − paid. */
export interface PaymentRow {
  readonly id: string
  /** Exactly one of the two is set. */
  readonly bookingId: string | null
  readonly stayId: string | null
  readonly quoteId: string | null
  readonly state: PaymentState
  readonly grossMinor: number
  readonly discountMinor: number
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly currency: string
  /** Who takes the money: `counter`, or a payment provider by name. */
  readonly provider: string
  /** When it is too late to pay; null where nothing runs out. */
  readonly expiresAt: Ms | null
  readonly createdAt: Ms
}

/** One handing over of money, in or out. Never changed. */
export interface TenderRow {
  readonly id: string
  readonly paymentId: string
  readonly kind: 'payment' | 'refund'
  readonly method: PaymentMethod
  readonly amountMinor: number
  readonly currency: string
  /** Cash that was handed over, and what went back. */
  readonly receivedMinor: number | null
  readonly changeMinor: number | null
  /** What the card terminal or the UPI app calls it. */
  readonly reference: string | null
  readonly reason: string | null
  /** Null only for what was paid before there were shifts. */
  readonly shiftId: string | null
  readonly at: Ms
  readonly recordedBy: string
}

export interface DiscountRow {
  readonly id: string
  readonly paymentId: string
  readonly kind: 'percent_bps' | 'amount'
  readonly value: number
  readonly amountMinor: number
  readonly reason: string
  readonly at: Ms
  readonly givenBy: string
}

/** A receipt (series R) or a credit note (series C). Numbers of a series have no gap; only `prints` ever changes. */
export interface ReceiptRow {
  readonly series: 'R' | 'C'
  readonly number: number
  readonly paymentId: string
  /** The receipt that a credit note corrects. */
  readonly creditsNumber: number | null
  readonly issuedAt: Ms
  readonly shiftId: string | null
  readonly totalMinor: number
  readonly currency: string
  readonly plate: string
  /** What the QR on it carries. */
  readonly verifyCode: string
  /** A `ReceiptDocument` as JSON; read through its schema. */
  readonly document: string
  /** How often it was printed: the first is the original. */
  readonly prints: number
}

export interface ShiftRow {
  readonly id: string
  readonly number: number
  readonly state: ShiftState
  readonly openedAt: Ms
  readonly openedBy: string
  readonly floatMinor: number
  readonly closedAt: Ms | null
  readonly closedBy: string | null
  readonly countedMinor: number | null
  readonly expectedMinor: number | null
  /** The Z report as JSON, frozen at closing; read through its schema. */
  readonly report: string | null
}

export interface CashMoveRow {
  readonly id: string
  readonly shiftId: string
  readonly kind: 'in' | 'out' | 'drawer_open'
  readonly amountMinor: number
  readonly reason: string
  readonly at: Ms
  readonly recordedBy: string
}

/** The receipts that a shift issued, in figures. */
export interface ShiftReceipts {
  readonly count: number
  readonly first: number | null
  readonly last: number | null
  readonly creditNotes: number
  /** What was taken off the prices of those receipts. */
  readonly discountsMinor: number
}

export interface MoneyQueries {
  payment(id: string): Promise<PaymentRow | undefined>
  /** Newest first. */
  paymentsOf(subject: { readonly bookingId: string } | { readonly stayId: string }): Promise<readonly PaymentRow[]>
  /** What stays owe and did not pay by an instant. */
  overdueExitPayments(at: Ms): Promise<readonly PaymentRow[]>
  tendersOf(paymentId: string): Promise<readonly TenderRow[]>
  discountsOf(paymentId: string): Promise<readonly DiscountRow[]>
  receipt(series: 'R' | 'C', number: number): Promise<ReceiptRow | undefined>
  receiptByCode(verifyCode: string): Promise<ReceiptRow | undefined>
  /** Receipts and credit notes of a payment, in the order of issue. */
  receiptsOf(paymentId: string): Promise<readonly ReceiptRow[]>
  /** The number that the next receipt of a series gets. */
  nextReceiptNumber(series: 'R' | 'C'): Promise<number>
  openShift(): Promise<ShiftRow | undefined>
  shift(id: string): Promise<ShiftRow | undefined>
  /** Newest first. */
  shifts(limit: number): Promise<readonly ShiftRow[]>
  nextShiftNumber(): Promise<number>
  tendersOfShift(shiftId: string): Promise<readonly TenderRow[]>
  cashMovesOf(shiftId: string): Promise<readonly CashMoveRow[]>
  receiptsOfShift(shiftId: string): Promise<ShiftReceipts>
  /** Who works here now, by name. */
  activeStaff(): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Receipts and credit notes issued in [from, to), newest first. */
  receiptsBetween(from: Ms, to: Ms): Promise<readonly ReceiptRow[]>
  /** Receipts and credit notes of a plate, or of plates that begin like it, newest first. */
  receiptsOfPlate(plate: string): Promise<readonly ReceiptRow[]>
  /** What was kept for a booking that has ended, as its bay was busy; undefined where it never had a bay. */
  lastAllocation(bookingId: string): Promise<{ readonly busyFrom: Ms; readonly busyTo: Ms } | undefined>
  /** The booking that took the place of an expired one. */
  followerOf(bookingId: string): Promise<string | undefined>
}

export interface MoneyWrites {
  insertPayment(row: PaymentRow): Promise<void>
  updatePayment(
    id: string,
    change: Partial<Pick<PaymentRow, 'state' | 'discountMinor' | 'paidMinor' | 'refundedMinor' | 'expiresAt'>>,
  ): Promise<void>
  insertTender(row: TenderRow): Promise<void>
  insertDiscount(row: DiscountRow): Promise<void>
  insertReceipt(row: ReceiptRow): Promise<void>
  /** @returns how many prints there are now */
  countPrint(series: 'R' | 'C', number: number): Promise<number>
  insertShift(row: ShiftRow): Promise<void>
  closeShift(
    id: string,
    closing: Required<Pick<ShiftRow, 'closedAt' | 'closedBy' | 'countedMinor' | 'expectedMinor' | 'report'>>,
  ): Promise<void>
  insertCashMove(row: CashMoveRow): Promise<void>
}
