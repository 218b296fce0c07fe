import { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { ZReport } from '../../src-shared/api/shift-schemas.ts'
import { receiptLabel } from '../receipts/receipt-label.ts'
import type { CashMoveRow, ShiftReceipts, TenderRow } from '../store/money-rows.ts'

/** Everything that happened in a shift. Amounts are whole minor units. */
export interface ShiftContents {
  readonly floatMinor: number
  readonly tenders: readonly TenderRow[]
  readonly moves: readonly CashMoveRow[]
  readonly receipts: ShiftReceipts
}

type Figures = Pick<
  ZReport,
  | 'float_minor'
  | 'by_method'
  | 'takings_minor'
  | 'discounts_minor'
  | 'cash_in_minor'
  | 'cash_out_minor'
  | 'drawer_opens'
  | 'expected_minor'
  | 'first_receipt'
  | 'last_receipt'
  | 'receipts'
  | 'credit_notes'
>

function total(rows: readonly { readonly amountMinor: number }[]): number {
  return rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

/** What a shift comes to; expected = float + cash paid − cash refunded + cash in − cash out. */
export function shiftFigures({ floatMinor, tenders, moves, receipts }: ShiftContents): Figures {
  const of = (method: PaymentMethod, kind: TenderRow['kind']) =>
    tenders.filter((tender) => tender.method === method && tender.kind === kind)
  const by_method = PaymentMethod.options.map((method) => ({
    method,
    count: tenders.filter((tender) => tender.method === method).length,
    paid_minor: total(of(method, 'payment')),
    refunded_minor: total(of(method, 'refund')),
  }))
  const moved = (kind: CashMoveRow['kind']) => moves.filter((move) => move.kind === kind)
  const cash = total(of('cash', 'payment')) - total(of('cash', 'refund'))
  const cash_in_minor = total(moved('in'))
  const cash_out_minor = total(moved('out'))
  return {
    float_minor: floatMinor,
    by_method,
    takings_minor: by_method.reduce((sum, one) => sum + one.paid_minor - one.refunded_minor, 0),
    discounts_minor: receipts.discountsMinor,
    cash_in_minor,
    cash_out_minor,
    drawer_opens: moved('drawer_open').length,
    expected_minor: floatMinor + cash + cash_in_minor - cash_out_minor,
    first_receipt: receipts.first === null ? null : receiptLabel('R', receipts.first),
    last_receipt: receipts.last === null ? null : receiptLabel('R', receipts.last),
    receipts: receipts.count,
    credit_notes: receipts.creditNotes,
  }
}
