import { describe, expect, it } from 'vitest'
import { liveSlots, turnedSince } from '../../../kiosk/booking/live-slots.ts'
import { availabilityOf, slot } from './samples.ts'

const start = Date.parse(slot.start)
const at = (now: number) => (ms: number) => ms < now
const offerAt = (now: number, override: Partial<typeof slot> = {}) =>
  liveSlots(availabilityOf([{ ...slot, ...override }]), at(now))[0]?.offer

describe('a slot on the screen', () => {
  it('is open until the lead time has surely passed', () => {
    expect(offerAt(start - 30 * 60_000)).toBe('open')
    expect(offerAt(start - 30 * 60_000 + 1)).toBe('too_soon')
  })

  it('turns past when its start has surely passed, whatever it was', () => {
    for (const state of ['open', 'full', 'closed', 'past'] as const) expect(offerAt(start + 1, { state })).toBe('past')
  })

  it('stays what the server said while nothing is sure', () => {
    const nothingSure = () => false
    const states = ['past', 'full', 'closed', 'open'] as const
    const slots = availabilityOf(states.map((state) => ({ ...slot, state })))
    expect(liveSlots(slots, nothingSure).map(({ offer }) => offer)).toEqual(states)
  })

  it('says too soon for the lead time and closed for a closure', () => {
    expect(offerAt(0, { state: 'closed', closed_because: 'lead_time' })).toBe('too_soon')
    expect(offerAt(0, { state: 'closed', closed_because: 'closure' })).toBe('closed')
  })
})

describe('asking again', () => {
  it('is worth it once for each slot that the clock has moved on', () => {
    const availability = availabilityOf([slot, { ...slot, start: '2025-12-05T17:00:00+05:30' }])
    const before = turnedSince(liveSlots(availability, at(start - 60 * 60_000)))
    const soon = turnedSince(liveSlots(availability, at(start - 60_000)))
    expect(before).toBe('')
    expect(soon).not.toBe('')
    expect(turnedSince(liveSlots(availability, at(start - 59_000)))).toBe(soon)
    expect(turnedSince(liveSlots(availability, at(start + 1)))).not.toBe(soon)
  })

  it('is not worth it when the server has said so already', () => {
    const said = availabilityOf([
      { ...slot, state: 'past' },
      { ...slot, state: 'closed', closed_because: 'lead_time' },
    ])
    expect(turnedSince(liveSlots(said, () => false))).toBe('')
  })
})
