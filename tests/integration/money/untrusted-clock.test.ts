import { describe, expect, it } from 'vitest'
import type { LateAnswer } from '../../../src-server/payments/payment-service.ts'
import { OWNER, signIn, startStillServer } from '../../support/still-server.ts'
import { accept, choosePin, startClockWorld } from '../clock/clock-world.ts'
import { balance } from './books.ts'
import { asPayment, dueBooking, outcome, PRICE, Till } from './till.ts'

const HOUR = 3_600_000

describe('while nobody vouches for the time', () => {
  it('what is due is taken after its deadline, and late money goes back: nothing new is promised', async () => {
    const { still, world } = await startClockWorld([])
    await choosePin(still)
    await accept(still.owner)
    const before = new Till(still.owner)
    const expired = await dueBooking(still, '2025-12-09T15:00:00+05:30')
    world.slip(HOUR / 4)
    expect(outcome(await before.pay(expired.held, { method: 'cash' }))).toBe('410 payment_expired')
    const due = await dueBooking(still, '2025-12-09T16:00:00+05:30')
    await still.halt()
    world.reboot()
    world.stepWall(-HOUR)
    const again = await startStillServer({ dataDir: still.dataDir, world })
    world.slip(HOUR / 2)
    const after = new Till(await signIn(again, OWNER))
    expect(asPayment(await after.tender(due.paymentId, { method: 'cash' })).state).toBe('paid')
    const late = await after.payLate(expired.held, { method: 'upi' })
    expect((late.json() as LateAnswer).outcome).toBe('refunded')
    expect((await after.receipt('R-1')).document.clock.state).toBe('rollback')
    expect(again.look(balance)).toEqual([])
    await again.stop()
  })
})

describe('a clock that is set back', () => {
  it('leaves it known what was asked for first: money that is late again goes back', async () => {
    const { still, world, stop } = await startClockWorld([])
    await choosePin(still)
    const till = new Till(still.owner)
    const { held } = await dueBooking(still, '2025-12-05T13:30:00+05:30')
    world.slip(HOUR)
    const late = async () => (await till.payLate(held, { method: 'upi' })).json() as LateAnswer
    await still.owner.post('/api/v1/session', OWNER)
    world.stepWall(-2 * HOUR)
    world.advance(1000)
    expect((await accept(still.owner)).status).toBe(200)
    expect((await late()).outcome).toBe('rebooked')
    expect((await late()).payment).toMatchObject({ state: 'refunded', refunded: { amount_minor: PRICE } })
    expect((await late()).payment).toMatchObject({ state: 'refunded', refunded: { amount_minor: PRICE } })
    expect(still.look(balance)).toEqual([])
    await stop()
  })
})
