import { describe, expect, it } from 'vitest'
import { ClockGuard } from '../../../src-server/clock/clock-guard.ts'
import type { ClockMark } from '../../../src-server/clock/clock.ts'
import { Machine, NOON, run, trusted } from './machine.ts'

const HOUR = 3_600_000

/** What a trusted program left behind when it stopped. */
function stopped(machine: Machine, change: Partial<ClockMark> = {}): ClockMark {
  return { ...trusted(machine).guard.mark(), ...change }
}

describe('the first start of all', () => {
  it('takes the wall clock for what it says, provisionally', () => {
    const guard = new ClockGuard(new Machine(), undefined, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['provisional', 1, NOON])
  })
})

describe('a start of the program on the same boot', () => {
  it.each([0, 1, 10_000, 30 * 24 * HOUR])('carries business time on over %i ms, trusted', (ms) => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.pass(ms)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['trusted', 1, NOON + ms])
  })

  it('counts the sleep of the machine in between', () => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.sleep(8 * HOUR)
    expect(new ClockGuard(machine, mark, 0).now()).toBe(NOON + 8 * HOUR)
  })

  it.each([
    [-2000, 'trusted'],
    [2000, 'trusted'],
    [-2001, 'guarded'],
    [2001, 'guarded'],
    [-10 * 365 * 24 * HOUR, 'guarded'],
    [10 * 365 * 24 * HOUR, 'guarded'],
  ])('with the wall clock set by %i ms meanwhile is %s, and business time stays right', (step, state) => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.pass(5000)
    machine.step(step)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual([state, 1, NOON + 5000])
  })

  it.each(['rollback', 'forward_suspect', 'guarded'] as const)('settles nothing: %s before is %s after', (state) => {
    const machine = new Machine()
    const mark = stopped(machine, { state, epoch: 4 })
    machine.pass(60_000)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual([state, 4, NOON + 60_000])
  })

  it('is right to the boot clock’s coarseness, however often it happens', () => {
    const machine = new Machine()
    machine.grainMs = 10
    let mark = stopped(machine)
    for (let count = 0; count < 50; count += 1) {
      machine.pass(1234.5)
      mark = new ClockGuard(machine, mark, 0).mark()
    }
    expect(Math.abs(mark.businessMs - (NOON + 50 * 1234.5))).toBeLessThanOrEqual(10)
  })
})

describe('a start after a new boot', () => {
  it.each([
    [-2000, 'provisional'],
    [-2001, 'rollback'],
    [-24 * HOUR, 'rollback'],
    [0, 'provisional'],
    [HOUR, 'provisional'],
    [36 * HOUR, 'provisional'],
    [36 * HOUR + 1, 'forward_suspect'],
    [10 * 365 * 24 * HOUR, 'forward_suspect'],
  ])('with the wall clock %i ms after the mark is %s', (ahead, state) => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.reboot(ahead)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch]).toEqual([state, 2])
    expect(guard.now()).toBe(NOON + Math.max(0, ahead))
  })

  it('never starts before what was already stamped', () => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.reboot(-10 * 365 * 24 * HOUR)
    const guard = new ClockGuard(machine, mark, NOON)
    run(machine, guard, 1000)
    expect(guard.now()).toBe(NOON + 1000)
    expect(guard.commitStamp()).toBe(NOON + 1000)
  })

  it('a clock that was suspected of running ahead is not cleared by one more restart', () => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.reboot(400 * HOUR)
    const suspect = new ClockGuard(machine, mark, 0).mark()
    expect(suspect.state).toBe('forward_suspect')
    machine.reboot(1000)
    const again = new ClockGuard(machine, suspect, 0)
    expect([again.state, again.epoch]).toEqual(['forward_suspect', 3])
  })

  it('a clock that was set back, and is right again after the next restart, is provisional', () => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.reboot(10_000, -HOUR)
    const back = new ClockGuard(machine, mark, 0).mark()
    expect(back.state).toBe('rollback')
    machine.reboot(1000, HOUR)
    expect(new ClockGuard(machine, back, 0).state).toBe('provisional')
  })
})

describe('a platform that lacks something', () => {
  it('without a boot id treats each start as a new boot', () => {
    const machine = new Machine()
    machine.loseBootId()
    const mark = stopped(machine)
    expect(mark.bootId).toBeNull()
    machine.pass(1000)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['provisional', 2, NOON + 1000])
    machine.step(-HOUR)
    expect(new ClockGuard(machine, mark, 0).state).toBe('rollback')
  })

  it('without a boot clock does, too', () => {
    const machine = new Machine()
    machine.loseBootClock()
    const mark = stopped(machine)
    expect(mark.bootMs).toBeNull()
    machine.pass(1000)
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch]).toEqual(['provisional', 2])
  })

  it('whose boot clock began anew under the same boot id carries nothing on by it', () => {
    const machine = new Machine()
    const mark = stopped(machine)
    machine.pass(5 * HOUR)
    machine.restartBootClock()
    const guard = new ClockGuard(machine, mark, 0)
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['provisional', 2, NOON + 5 * HOUR])
  })

  it('without a boot clock takes a sleep for a step, and is guarded until somebody vouches', () => {
    const machine = new Machine()
    machine.loseBootClock()
    const { guard, changes } = trusted(machine)
    machine.sleep(HOUR)
    guard.check()
    expect([guard.state, guard.now()]).toEqual(['guarded', NOON])
    guard.accept()
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['trusted', 2, NOON + HOUR])
    expect(changes.map(({ what }) => what)).toEqual(['stepped', 'accepted'])
  })
})
