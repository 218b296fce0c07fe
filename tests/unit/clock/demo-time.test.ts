import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClockGuard } from '../../../src-server/clock/clock-guard.ts'
import { Machine, NOON, run, trusted, watched } from './machine.ts'

const HOUR = 3_600_000

describe('a demo’s time that was put ahead', () => {
  it('goes on from there in a new epoch, in the state it had', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    run(machine, guard, 1000)
    guard.putAhead(2 * HOUR)
    expect([guard.now(), guard.epoch, guard.state, guard.demoAheadMs]).toEqual([
      NOON + 1000 + 2 * HOUR,
      2,
      'trusted',
      2 * HOUR,
    ])
    run(machine, guard, 60_000)
    expect([guard.now(), guard.state, guard.wallAhead()]).toEqual([NOON + 61_000 + 2 * HOUR, 'trusted', 0])
    expect(changes.map(({ what, wallAheadMs }) => [what, wallAheadMs])).toEqual([['put_ahead', 2 * HOUR]])
  })

  it('still notices that somebody changes the machine’s clock', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    guard.putAhead(HOUR)
    machine.step(-HOUR)
    guard.check()
    expect([guard.state, guard.now()]).toEqual(['guarded', NOON + HOUR])
  })

  it('survives a restart, on the same boot and on another', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    guard.putAhead(HOUR)
    machine.pass(5000)
    const mark = guard.mark()
    machine.pass(5000)
    const again = watched(machine, mark).guard
    expect([again.now(), again.state, again.demoAheadMs]).toEqual([NOON + HOUR + 10_000, 'trusted', HOUR])
    machine.reboot(60_000)
    const booted = watched(machine, mark).guard
    expect([booted.now(), booted.state, booted.demoAheadMs]).toEqual([NOON + HOUR + 70_000, 'provisional', HOUR])
  })

  it('ends where there is nothing any more that went by it, and commits go on in order', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    guard.putRight()
    expect(changes).toEqual([])
    guard.putAhead(HOUR)
    const stamp = guard.commitStamp()
    guard.putRight()
    expect([guard.now(), guard.epoch, guard.demoAheadMs, guard.state]).toEqual([NOON, 3, 0, 'trusted'])
    expect(guard.commitStamp()).toBeGreaterThan(stamp)
    expect(guard.mark().demoAheadMs).toBe(0)
  })

  it('never runs backwards, however often it is put ahead and the machine’s clock is bent', () => {
    const act = fc.oneof(
      fc.record({ leap: fc.integer({ min: 1, max: 100 * HOUR }) }),
      fc.record({ step: fc.integer({ min: -100 * HOUR, max: 100 * HOUR }) }),
      fc.record({ pass: fc.integer({ min: 0, max: 10_000 }) }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const machine = new Machine()
        const guard = new ClockGuard(machine, undefined, 0)
        let before = guard.now()
        for (const { leap = 0, step = 0, pass = 0 } of acts as { leap?: number; step?: number; pass?: number }[]) {
          if (leap > 0) guard.putAhead(leap)
          machine.step(step)
          if (pass > 0) run(machine, guard, pass)
          expect(guard.now()).toBeGreaterThanOrEqual(before + leap)
          before = guard.now()
        }
      }),
    )
  })
})
