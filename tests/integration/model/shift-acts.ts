import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, post, wentAs } from './act.ts'
import { newShift, type Model, type Shift } from './park-model.ts'
import { PIN } from './real-park.ts'

const anyAmount = fc.constantFrom(1, 500, 2000, 100_000)
let keys = 0
const key = () => ({ key: `shift-${(keys += 1)}` })

interface OpenShift {
  readonly id: string
  readonly number: number
  readonly float: { readonly amount_minor: number }
}

function open(model: Model, shift: OpenShift, float: number): void {
  model.shifts += 1
  same('a new shift', [shift.number, shift.float.amount_minor], [model.shifts, float])
  model.shift = newShift(shift.id, shift.number, float)
}

export const openShift = fc.constantFrom(0, 5000, 20_000).map((float_minor) =>
  act('open a shift', () => ({
    request: post('/shifts', { float_minor }, key()),
    judge(now, answer) {
      if (wentAs(answer, now.shift === null ? 'ok' : 'shift_already_open'))
        open(now, answer.body as OpenShift, float_minor)
    },
  })),
)

export const moveCash = fc.tuple(fc.constantFrom('in', 'out', 'drawer_open'), anyAmount).map(([kind, amount]) =>
  act('move cash', (model) => {
    if (model.shift === null) return undefined
    const { id } = model.shift
    const moved_minor = kind === 'drawer_open' ? 0 : amount
    return {
      request: post(`/shifts/${id}/cash-moves`, { kind, moved_minor, reason: 'small change' }, key()),
      judge(now, answer) {
        const shift = now.shift
        if (!wentAs(answer, shift?.id === id ? 'ok' : 'no_open_shift') || shift === null) return
        if (kind === 'in') shift.cashIn += moved_minor
        else if (kind === 'out') shift.cashOut += moved_minor
        else shift.opens += 1
      },
    }
  }),
)

const expectedOf = ({ float, in: came, out, cashIn, cashOut }: Shift) => float + came.cash - out.cash + cashIn - cashOut

/** What a Z report must say, by method and in all. */
function sameReport(shift: Shift, body: unknown, counted: number): void {
  const { report } = body as {
    report: Record<string, unknown> & { by_method: { method: 'cash'; paid_minor: number; refunded_minor: number }[] }
  }
  const sums = (side: 'in' | 'out') => shift[side].cash + shift[side].card + shift[side].upi
  const figures = {
    number: shift.number,
    float_minor: shift.float,
    takings_minor: sums('in') - sums('out'),
    cash_in_minor: shift.cashIn,
    cash_out_minor: shift.cashOut,
    drawer_opens: shift.opens,
    expected_minor: expectedOf(shift),
    counted_minor: counted,
    variance_minor: counted - expectedOf(shift),
    receipts: shift.receipts,
    credit_notes: shift.credits,
  }
  for (const [name, expected] of Object.entries(figures)) same(`${name} of the Z report`, report[name], expected)
  for (const method of ['cash', 'card', 'upi'] as const) {
    const line = report.by_method.find((one) => one.method === method)
    const found = [line?.paid_minor ?? 0, line?.refunded_minor ?? 0]
    same(`${method} of the Z report`, found, [shift.in[method], shift.out[method]])
  }
}

export const closeShift = fc.tuple(fc.constantFrom(0, 100, -100, 7777), fc.boolean()).map(([off, isHandedOver]) =>
  act(isHandedOver ? 'hand over a shift' : 'close a shift', (model) => {
    if (model.shift === null) return undefined
    const { id } = model.shift
    const counted = Math.max(0, expectedOf(model.shift) + off)
    const body = { counted_minor: counted, pin: PIN, ...(isHandedOver && { hand_over_to: model.owner }) }
    return {
      request: post(`/shifts/${id}/close`, body, key()),
      judge(now, answer) {
        const shift = now.shift
        if (!wentAs(answer, shift?.id === id ? 'ok' : 'no_open_shift') || shift === null) return
        sameReport(shift, answer.body, counted)
        now.shift = null
        const { next_shift: next } = answer.body as { next_shift: OpenShift | null }
        same('a shift that follows', next !== null, isHandedOver)
        if (next !== null) open(now, next, counted)
      },
    }
  }),
)
