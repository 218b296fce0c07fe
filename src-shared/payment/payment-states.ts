import { tableAllows, type TransitionTable } from '../states/transition-table.ts'

/** The life of what somebody owes. A part that was taken makes it `pending`; the last part makes it `paid`. */
export const paymentStates = [
  'due',
  'pending',
  'paid',
  'part_refunded',
  'refunded',
  'failed',
  'expired',
  'void',
] as const
export type PaymentState = (typeof paymentStates)[number]

export const paymentTransitions = {
  due: ['pending', 'expired', 'void'],
  pending: ['paid', 'failed', 'expired', 'void'],
  paid: ['part_refunded', 'refunded'],
  part_refunded: ['part_refunded', 'refunded'],
  refunded: [],
  failed: [],
  // Money that was taken in part, or came too late, is given back.
  expired: ['part_refunded', 'refunded'],
  // Likewise of what was cancelled after a part of it had been taken.
  void: ['part_refunded', 'refunded'],
} as const satisfies TransitionTable<PaymentState>

export function paymentMayBecome(from: PaymentState, to: PaymentState): boolean {
  return tableAllows(paymentTransitions, from, to)
}
