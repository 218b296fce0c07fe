import { describe, expect, it } from 'vitest'
import { mayHoldPlate } from '../../../../src-shared/plate/plate-like.ts'

describe('what may hold a plate', () => {
  it.each(['KL07BX1234', 'kl 07 bx 1234', 'the car 1234', 'AB12 CDE', 'Asha’s KL07', 'ك ع ١٢٣٤', 'ＫＬ０７'])(
    '%s',
    (text) => expect(mayHoldPlate(text)).toBe(true),
  )

  it.each(['Yesterday', 'Last 30 days', 'Bay A01', 'Week 48', 'കഴിഞ്ഞ ആഴ്ച', 'UPI, card and cash', ''])(
    'not: %s',
    (text) => expect(mayHoldPlate(text)).toBe(false),
  )
})
