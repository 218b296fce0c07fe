import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ElapsedTime } from '../../../src-server/clock/elapsed-time.ts'
import { Machine, NOON, run, trusted } from './machine.ts'

const HOUR = 3_600_000

describe('a machine that sleeps', () => {
  it.each([51, 1000, 8 * HOUR])('for %i ms makes business time go on by that, and says so', (ms) => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.sleep(ms)
    guard.check()
    expect(guard.now()).toBe(NOON + ms)
    expect(changes).toMatchObject([{ what: 'slept', from: 'trusted', to: 'trusted', sleptMs: ms }])
    expect(guard.state).toBe('trusted')
  })

  it('and whose clock was set meanwhile is guarded, and right', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.sleep(8 * HOUR)
    machine.step(-HOUR)
    guard.check()
    expect([guard.state, guard.now()]).toEqual(['guarded', NOON + 8 * HOUR])
    expect(changes.map(({ what }) => what)).toEqual(['slept', 'stepped'])
  })

  it('stamps the first commit after waking with the time it is', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.sleep(HOUR)
    expect(guard.commitStamp()).toBe(NOON + HOUR)
  })

  it('writes a mark that a restart can go on from', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.sleep(HOUR)
    guard.check()
    expect(guard.mark()).toMatchObject({ businessMs: NOON + HOUR, bootMs: 65_000 + HOUR })
  })
})

describe('the boot clock’s noise', () => {
  it.each([10, 15.6, 50])('of %i ms is no sleep', (grainMs) => {
    const machine = new Machine()
    machine.grainMs = grainMs
    const { guard, changes } = trusted(machine)
    for (let count = 0; count < 2000; count += 1) run(machine, guard, 37.3)
    expect(changes).toEqual([])
    expect(guard.now()).toBeCloseTo(NOON + 2000 * 37.3, 0)
  })

  it('still lets a sleep be measured to within it', () => {
    const machine = new Machine()
    machine.grainMs = 10
    const { guard } = trusted(machine)
    run(machine, guard, 60_000)
    machine.sleep(HOUR)
    run(machine, guard, 60_000)
    expect(Math.abs(guard.now() - (NOON + HOUR + 120_000))).toBeLessThanOrEqual(10)
  })

  it.each([200e-6, -200e-6])('of a crystal of its own (%d) is no sleep, and hides none', (pace) => {
    const machine = new Machine()
    machine.bootPace = pace
    const { guard, changes } = trusted(machine)
    run(machine, guard, 4 * HOUR)
    expect(changes).toEqual([])
    machine.sleep(500)
    guard.check()
    expect(changes.map(({ what }) => what)).toEqual(['slept'])
    expect(Math.abs(guard.now() - (NOON + 4 * HOUR + 500))).toBeLessThan(10)
  })

  it('is counted from anew where the boot clock itself began anew', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    run(machine, guard, HOUR)
    machine.restartBootClock()
    run(machine, guard, 1000)
    expect([guard.now(), changes]).toEqual([NOON + HOUR + 1000, []])
    machine.sleep(HOUR)
    guard.check()
    expect(guard.now()).toBe(NOON + 2 * HOUR + 1000)
  })
})

describe('elapsed time', () => {
  it('never goes down, whatever sleeps and looks there are', () => {
    const steps = fc.array(
      fc.record({
        pass: fc.double({ min: 0, max: 1000, noNaN: true }),
        sleep: fc.double({ min: 0, max: 500, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(steps, fc.constantFrom(0, 10, 15.6), (list, grainMs) => {
        const machine = new Machine()
        machine.grainMs = grainMs
        const elapsed = new ElapsedTime(machine)
        let before = elapsed.now()
        for (const { pass, sleep } of list) {
          machine.pass(pass)
          machine.sleep(sleep)
          elapsed.noticeSleep()
          expect(elapsed.now()).toBeGreaterThanOrEqual(before)
          before = elapsed.now()
        }
      }),
    )
  })

  it('pairs another clock’s reading with its own moment, by the closest of several tries', () => {
    const machine = new Machine()
    const elapsed = new ElapsedTime(machine)
    const holdUps = [700, 90, 0]
    const { value, elapsedMs, spreadMs } = elapsed.with(() => {
      const wall = machine.wallMs()
      machine.pass(holdUps.shift() ?? 0)
      return wall
    })
    expect([value, elapsedMs, spreadMs]).toEqual([NOON + 790, 790, 0])
  })
})
