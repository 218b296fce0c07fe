import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClockGuard } from '../../../src-server/clock/clock-guard.ts'
import { startSecondTicker } from '../../../src-server/clock/second-ticker.ts'
import { StillWorld } from '../../support/still-world.ts'
import { Machine, NOON, run, trusted, watched } from './machine.ts'

const HOUR = 3_600_000

describe('accepting the wall clock', () => {
  it.each([-HOUR, -129, 129, HOUR])('sets business time by %i ms and begins an epoch', (ms) => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.step(ms)
    guard.check()
    guard.accept()
    expect([guard.state, guard.epoch, guard.now(), guard.wallAhead()]).toEqual(['trusted', 2, NOON + ms, 0])
    expect(changes[1]).toMatchObject({ what: 'accepted', from: 'guarded', to: 'trusted', epoch: 2, wallAheadMs: ms })
    run(machine, guard, 1000)
    expect([guard.state, guard.now()]).toEqual(['trusted', NOON + ms + 1000])
  })

  it('that agrees with business time only confirms: the epoch stays', () => {
    const machine = new Machine()
    const { guard, changes } = watched(machine)
    machine.step(100)
    guard.accept()
    expect([guard.state, guard.epoch, guard.now()]).toEqual(['trusted', 1, NOON])
    expect(changes.map(({ what }) => what)).toEqual(['confirmed'])
  })

  it('that was set back to what it should be only confirms, too', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.step(HOUR)
    run(machine, guard, 1000)
    machine.step(-HOUR)
    run(machine, guard, 1000)
    expect(guard.state).toBe('guarded')
    guard.accept()
    expect([guard.state, guard.epoch]).toEqual(['trusted', 1])
  })

  it('says nothing where all was well', () => {
    const { guard, changes } = trusted(new Machine())
    guard.accept()
    expect(changes).toEqual([])
  })

  it('that was stepped only this moment tells of the step first', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.step(HOUR)
    guard.accept()
    expect(changes.map(({ what }) => what)).toEqual(['stepped', 'accepted'])
  })

  it('does not move time that nobody can set', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    run(machine, guard, 1000)
    const before = guard.elapsedMs()
    machine.step(-HOUR)
    guard.accept()
    expect(guard.elapsedMs()).toBe(before)
  })
})

describe('epochs and stamps over everything', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('pass' as const), ms: fc.double({ min: 0, max: 5000, noNaN: true }) }),
    fc.record({ do: fc.constant('step' as const), ms: fc.integer({ min: -1e9, max: 1e9 }) }),
    fc.record({ do: fc.constantFrom('accept' as const, 'commit' as const, 'restart' as const), ms: fc.constant(0) }),
    fc.record({ do: fc.constant('reboot' as const), ms: fc.integer({ min: -1e9, max: 1e9 }) }),
  )

  it('stamps strictly rise; epochs never fall; within one, business time never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const machine = new Machine()
        const stamps = [0]
        let { guard } = watched(machine)
        let [epoch, now] = [guard.epoch, guard.now()]
        for (const { do: what, ms } of acts) {
          if (what === 'pass') machine.pass(ms)
          if (what === 'step') machine.step(ms)
          if (what === 'accept') guard.accept()
          if (what === 'commit') stamps.push(guard.commitStamp())
          if (what === 'restart' || what === 'reboot') {
            const mark = guard.mark()
            if (what === 'reboot') machine.reboot(ms)
            guard = new ClockGuard(machine, mark, stamps.at(-1) ?? 0)
          }
          expect(guard.epoch).toBeGreaterThanOrEqual(epoch)
          expect(guard.now() >= now || guard.epoch > epoch).toBe(true)
          epoch = guard.epoch
          now = guard.now()
        }
        expect(stamps.every(Number.isInteger)).toBe(true)
        expect(stamps).toEqual([...new Set(stamps)].toSorted((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })

  it('stamps keep on rising after an earlier clock was accepted, though business time is far behind them', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    const last = guard.commitStamp()
    machine.step(-365 * 24 * HOUR)
    guard.accept()
    expect([guard.commitStamp(), guard.commitStamp()]).toEqual([last + 1, last + 2])
    expect(guard.mark().businessMs).toBe(NOON - 365 * 24 * HOUR)
  })
})

describe('the seconds', () => {
  it.each([-HOUR, -10 * 365 * 24 * HOUR, HOUR])('go on ticking when business time is set by %i ms', (ms) => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const guard = new ClockGuard(world, undefined, 0)
    const ticks: number[] = []
    const longest: number[] = []
    const timers = {
      after: (delay: number, wake: () => void) => {
        longest.push(delay)
        return world.after(delay, wake)
      },
    }
    startSecondTicker(guard, timers, (second) => ticks.push(second))
    world.advance(2000)
    world.stepWall(ms)
    guard.accept()
    world.advance(3000)
    const first = Date.parse('2025-12-05T12:45:23Z') / 1000
    const then = first + 2 + ms / 1000
    expect(ticks).toEqual([first, first + 1, then, then + 1, then + 2])
    expect(Math.max(...longest)).toBeLessThanOrEqual(1000)
  })
})
