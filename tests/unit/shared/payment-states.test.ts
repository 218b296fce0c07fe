import { describe, expect, it } from 'vitest'
import { paymentMayBecome, paymentStates } from '../../../src-shared/payment/payment-states.ts'
import { shiftStates, shiftTransitions } from '../../../src-shared/shift/shift-states.ts'

/** Written out by hand: what may follow what. Everything else is forbidden. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  due: ['pending', 'expired', 'void'],
  pending: ['paid', 'failed', 'expired', 'void'],
  paid: ['part_refunded', 'refunded'],
  part_refunded: ['part_refunded', 'refunded'],
  expired: ['part_refunded', 'refunded'],
  void: ['part_refunded', 'refunded'],
}

describe('a payment', () => {
  it.each(paymentStates.flatMap((from) => paymentStates.map((to) => [from, to] as const)))(
    'that is %s may become %s only as the table says',
    (from, to) => expect(paymentMayBecome(from, to)).toBe(allowed[from]?.includes(to) ?? false),
  )
})

describe('a shift', () => {
  it('that is closed is closed for good', () => {
    expect(shiftStates).toEqual(['open', 'closed'])
    expect(shiftTransitions).toEqual({ open: ['closed'], closed: [] })
  })
})
