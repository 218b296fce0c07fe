import { describe, expect, it } from 'vitest'
import { cardTimes } from '../../../src-renderer/wash-board/card-times.ts'
import type { WashJob } from '../../../src-shared/api/wash-schemas.ts'

const MINUTE = 60_000
const TWO = Date.parse('2025-12-05T14:00:00+05:30')

function job(change: Partial<WashJob>): WashJob {
  return {
    id: 'j',
    booking_id: 'b',
    reference: 'W-7KQ4X',
    state: 'booked',
    plate: 'KL07BX1234',
    phone: null,
    service: { id: 'exterior', name: 'Exterior' },
    bay: { id: 'W1', label: 'W1' },
    booked_start: '2025-12-05T14:00:00+05:30',
    booked_end: '2025-12-05T14:20:00+05:30',
    queued_at: null,
    started_at: null,
    finished_at: null,
    ready_at: null,
    collected_at: null,
    expected_minutes: 20,
    ready_by: null,
    ...change,
  }
}
const at = (minutes: number, change: Partial<WashJob>) =>
  cardTimes(job(change), TWO + minutes * MINUTE, 'Asia/Kolkata', 'en')

describe('what a card says about time', () => {
  it('names the booked time, and is late a whole minute after it', () => {
    expect(at(-30, {})).toMatchObject({ words: 'wash.times.booked', values: { time: '14:00' }, isLate: false })
    expect(at(0.9, {}).isLate).toBe(false)
    expect(at(1, {})).toMatchObject({ words: 'wash.times.bookedLate', values: { minutes: 1 }, isLate: true })
  })

  it('counts how long a car waits, and says when it is likely to be ready', () => {
    const queued = { state: 'queued', queued_at: '2025-12-05T13:50:00+05:30' } as const
    expect(at(-5, { ...queued, ready_by: '2025-12-05T14:20:00+05:30' })).toMatchObject({
      values: { minutes: 5 },
      isLate: false,
      readyBy: '14:20',
    })
    expect(at(2, queued).isLate).toBe(true)
  })

  it('sets the work against what it is expected to take', () => {
    const washing = { state: 'in_progress', started_at: '2025-12-05T14:00:00+05:30' } as const
    expect(at(5, washing)).toMatchObject({ values: { minutes: 5, expected: 20 }, share: 0.25, isLate: false })
    expect(at(20, washing)).toMatchObject({ share: 1, isLate: false })
    expect(at(23, washing)).toMatchObject({ words: 'wash.times.in_progressLate', values: { over: 3 }, isLate: true })
    expect(at(23, { ...washing, ready_by: '2025-12-05T14:23:00+05:30' }).readyBy).toBe('now')
  })

  it('marks a car that nobody fetches', () => {
    const ready = { state: 'ready', ready_at: '2025-12-05T14:00:00+05:30' } as const
    expect(at(19, ready).isLate).toBe(false)
    expect(at(20, ready)).toMatchObject({ words: 'wash.times.readyLate', isLate: true })
  })

  it('invents no time that nobody has written down', () => {
    expect(at(0, { state: 'collected' }).words).toBe('wash.times.collectedUntimed')
    expect(at(0, { state: 'in_progress', started_at: null })).toMatchObject({ values: { minutes: 0 }, share: 0 })
  })

  it('never counts below nothing where the page is a moment behind', () => {
    const washing = { state: 'in_progress', started_at: '2025-12-05T14:00:09+05:30' } as const
    expect(at(0, washing)).toMatchObject({ values: { minutes: 0 }, share: 0 })
  })
})
