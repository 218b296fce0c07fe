import * as v from 'valibot'
import { IdempotencyHeaders, StaffBooking } from '../booking-schemas.ts'
import { CalendarDate, Id } from '../fields.ts'
import { Payment, PaymentMethod, PaymentQr, ReasonText, TenderRequest } from '../payment-schemas.ts'
import { PaperRequest, Receipt, ReceiptSummary } from '../receipt-schemas.ts'
import type { RouteTable } from '../route.ts'
import { OpenShift, ShiftSummary, ZReport } from '../shift-schemas.ts'
import { ById, managers, Pin, staff } from './fields.ts'

const Minor = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const Positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))
/** A receipt's name as a path: `R-12`. */
const ByReceipt = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[RC]-\d{1,12}$/, 'must be a receipt, as R-12')) })

/** Payments, receipts and shifts. What is due is the server's to say; a body tells what was handed over. */
export const moneyRoutes = {
  'POST /api/v1/bookings/{id}/payments': {
    summary: 'Record money for a booking at the counter; the server knows what is due',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: TenderRequest,
    status: 201,
    response: StaffBooking,
  },
  'POST /api/v1/bookings/{id}/late-payments': {
    summary: 'Money that came after a booking had expired: it is booked again if free, else the money goes back',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: v.strictObject({ method: PaymentMethod, terminal_reference: TenderRequest.entries.terminal_reference }),
    status: 201,
    response: v.object({
      outcome: v.picklist(['rebooked', 'refunded']),
      /** The new booking, or the expired one. */
      booking: StaffBooking,
      payment: Payment,
    }),
  },
  'GET /api/v1/payments/{id}': {
    summary: 'What is owed, paid and given back',
    access: { staff },
    params: ById,
    status: 200,
    response: Payment,
  },
  'POST /api/v1/payments/{id}/tenders': {
    summary: 'Take money for what is due, whole or in part',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: TenderRequest,
    status: 201,
    response: Payment,
  },
  'POST /api/v1/payments/{id}/discounts': {
    summary: 'Take something off what is due, with a reason and the PIN',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: v.strictObject({
      percent_bps: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
      off_minor: v.optional(Positive),
      reason: ReasonText,
      pin: Pin,
    }),
    status: 201,
    response: Payment,
  },
  'POST /api/v1/payments/{id}/refunds': {
    summary: 'Give money back, all or a part, with a reason and the PIN; makes a credit note',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: v.strictObject({
      method: PaymentMethod,
      part_minor: v.optional(Positive),
      terminal_reference: TenderRequest.entries.terminal_reference,
      reason: ReasonText,
      pin: Pin,
    }),
    status: 201,
    response: Payment,
  },
  'GET /api/v1/payments/{id}/qr': {
    summary: 'A UPI QR over exactly what is left to pay',
    access: { staff },
    params: ById,
    status: 200,
    response: PaymentQr,
  },
  'GET /api/v1/receipts': {
    summary: 'Receipts and credit notes of a day, newest first; searched by number or plate',
    access: { staff },
    query: v.strictObject({ date: v.optional(CalendarDate), q: v.optional(v.pipe(v.string(), v.maxLength(64))) }),
    status: 200,
    response: v.object({ date: CalendarDate, receipts: v.array(ReceiptSummary) }),
  },
  'GET /api/v1/receipts/{id}': {
    summary: 'One receipt, as it was issued',
    access: { staff },
    params: ByReceipt,
    status: 200,
    response: Receipt,
  },
  'POST /api/v1/receipts/{id}/prints': {
    summary: 'The PDF for printing: the original once, after that a COPY',
    access: { staff },
    params: ByReceipt,
    body: PaperRequest,
    status: 200,
    file: 'application/pdf',
  },
  'POST /api/v1/receipts/{id}/page-prints': {
    summary:
      'Counts a print that the console makes of its own page, and says which it is: as `prints` does, without a PDF',
    access: { staff },
    params: ByReceipt,
    body: PaperRequest,
    status: 200,
    response: v.object({
      /** Which copy this print is, from 1; null is the original. */
      copy: v.nullable(v.number()),
      receipt: Receipt,
    }),
  },
  'GET /api/v1/shifts/current': {
    summary: 'The open shift, or null; never what the drawer should hold',
    access: { staff },
    status: 200,
    response: v.object({ shift: v.nullable(OpenShift) }),
  },
  'POST /api/v1/shifts': {
    summary: 'Open a shift with the float that was counted into the drawer',
    access: { staff },
    headers: IdempotencyHeaders,
    body: v.strictObject({ float_minor: Minor }),
    status: 201,
    response: OpenShift,
  },
  'POST /api/v1/shifts/{id}/cash-moves': {
    summary: 'Cash put in or taken out, or the drawer opened, with a reason',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: v.strictObject({ kind: v.picklist(['in', 'out', 'drawer_open']), moved_minor: Minor, reason: ReasonText }),
    status: 201,
    response: OpenShift,
  },
  'POST /api/v1/shifts/{id}/close': {
    summary: 'Close the shift by a blind count; answers the Z report, which never changes again',
    access: { staff },
    params: ById,
    headers: IdempotencyHeaders,
    body: v.strictObject({
      counted_minor: Minor,
      pin: Pin,
      /** Opens the next shift at once with what was counted; whoever takes over. */
      hand_over_to: v.optional(Id),
    }),
    status: 200,
    response: v.object({ report: ZReport, next_shift: v.nullable(OpenShift) }),
  },
  'GET /api/v1/shifts': {
    summary: 'Shifts, newest first',
    access: { staff: managers },
    status: 200,
    response: v.object({ shifts: v.array(ShiftSummary) }),
  },
  'GET /api/v1/shifts/{id}/report': {
    summary: 'The Z report of a closed shift',
    access: { staff },
    params: ById,
    status: 200,
    response: ZReport,
  },
  'GET /api/v1/shifts/{id}/report.pdf': {
    summary: 'The Z report as PDF',
    access: { staff },
    params: ById,
    status: 200,
    file: 'application/pdf',
  },
  'GET /api/v1/staff-names': {
    summary: 'Who works here, for a handover',
    access: { staff },
    status: 200,
    response: v.object({ staff: v.array(v.object({ id: Id, name: v.string() })) }),
  },
} as const satisfies RouteTable
