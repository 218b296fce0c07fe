import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SLEW_RATE } from '../../../src-server/clock/clock-guard.ts'
import { Machine, NOON, run, trusted, watched } from './machine.ts'

const DAY = 86_400_000

describe('a step of the wall clock', () => {
  it.each([-129, 129, -1000, 1000, -10 * 365 * DAY, 10 * 365 * DAY])('of %i ms is seen at the next look', (ms) => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    run(machine, guard, 1000)
    machine.step(ms)
    run(machine, guard, 250)
    expect(guard.state).toBe('guarded')
    expect(changes).toEqual([
      { what: 'stepped', from: 'trusted', to: 'guarded', epoch: 1, wallAheadMs: ms, businessMs: NOON + 1250 },
    ])
  })

  it.each([-128, 128, 100, -50])('of %i ms is none: clocks are set by that much in good faith', (ms) => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.step(ms)
    run(machine, guard, 250)
    expect([guard.state, changes]).toEqual(['trusted', []])
  })

  it('is seen while the clock is only provisional, too', () => {
    const machine = new Machine()
    const { guard } = watched(machine)
    machine.step(1000)
    guard.check()
    expect(guard.state).toBe('guarded')
  })

  it('is seen by a commit that comes before the next look', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    machine.step(-DAY)
    expect(guard.commitStamp()).toBe(NOON)
    expect(changes.map(({ what }) => what)).toEqual(['stepped'])
  })

  it('is none when the process was held up while it read the two clocks', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    let stalls = 2
    machine.afterWall = () => {
      if (stalls-- > 0) machine.pass(300)
    }
    guard.check()
    expect(guard.state).toBe('trusted')
    run(machine, guard, 1000)
    expect([guard.state, guard.now()]).toEqual(['trusted', NOON + 1600])
  })

  it('is none on a machine so busy that every reading is held up, and one is still seen there', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.afterWall = () => machine.pass(400)
    guard.check()
    expect(guard.state).toBe('trusted')
    machine.step(10_000)
    guard.check()
    expect(guard.state).toBe('guarded')
  })

  it('does not say so twice', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    for (const ms of [1000, -5000, DAY]) {
      machine.step(ms)
      run(machine, guard, 500)
    }
    expect(changes).toHaveLength(1)
  })

  it('may be answered by a listener that looks again, or accepts, at once', () => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    guard.onChange(() => guard.check())
    guard.onChange(({ what }) => what === 'slept' && guard.accept())
    machine.sleep(1000)
    machine.step(5000)
    guard.check()
    expect(changes.map(({ what, to }) => [what, to])).toEqual([
      ['slept', 'trusted'],
      ['accepted', 'trusted'],
      ['stepped', 'trusted'],
    ])
    expect([guard.state, guard.epoch]).toEqual(['trusted', 2])
  })
})

describe('a wall clock that drifts', () => {
  /** Moves the wall clock by so much at each look, so slowly that no look sees a step. */
  function drift(machine: Machine, guard: { check(): void }, perLookMs: number, looks: number): void {
    for (let count = 0; count < looks; count += 1) {
      machine.pass(250)
      machine.step(perLookMs)
      guard.check()
    }
  }

  it.each([100, -100])('by %i ms each look is guarded against once it is 2 s away', (perLookMs) => {
    const machine = new Machine()
    const { guard, changes } = trusted(machine)
    drift(machine, guard, perLookMs, 20)
    expect(guard.state).toBe('trusted')
    drift(machine, guard, perLookMs, 1)
    expect([guard.state, changes[0]?.what]).toEqual(['guarded', 'drifted'])
    expect(Math.abs(guard.now() - (NOON + 21 * 250))).toBeLessThanOrEqual(21 * 250 * SLEW_RATE)
  })

  it('leads trusted business time after it, by 100 ppm at the most', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.step(100)
    run(machine, guard, 250)
    const before = guard.now()
    run(machine, guard, 100_000)
    expect(guard.now() - before).toBeCloseTo(100_010, 0)
    run(machine, guard, 2_000_000)
    expect(Math.abs(guard.wallAhead())).toBeLessThan(0.05)
  })

  it.each(['provisional', 'guarded'] as const)('leads nothing while the clock is %s', (state) => {
    const machine = new Machine()
    const { guard } = state === 'guarded' ? trusted(machine) : watched(machine)
    machine.step(state === 'guarded' ? 1000 : 100)
    run(machine, guard, 60_000)
    expect([guard.state, guard.now()]).toEqual([state, NOON + 60_000])
  })

  it('does not lead it on through a long stall: an old look soon leads nowhere', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.step(100)
    guard.check()
    machine.pass(DAY)
    expect(guard.now() - (NOON + DAY)).toBeLessThanOrEqual(0.1001)
  })

  it('never makes business time run backwards, however far ahead of the wall clock it is', () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.step(-120)
    run(machine, guard, 1000)
    for (const stall of [10_000, 3_600_000, 0.001]) {
      machine.pass(stall)
      const before = guard.now()
      guard.check()
      expect(guard.now()).toBeGreaterThanOrEqual(before)
    }
  })
})

const act = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), ms: fc.double({ min: 0, max: 10_000, noNaN: true }) }),
  fc.record({ do: fc.constant('step' as const), ms: fc.double({ min: -1e12, max: 1e12, noNaN: true }) }),
  fc.record({ do: fc.constant('nudge' as const), ms: fc.double({ min: -140, max: 140, noNaN: true }) }),
  fc.record({ do: fc.constant('sleep' as const), ms: fc.double({ min: 51, max: DAY, noNaN: true }) }),
  fc.record({ do: fc.constant('check' as const), ms: fc.constant(0) }),
  fc.record({ do: fc.constant('commit' as const), ms: fc.constant(0) }),
)

describe('business time, whatever is done to the wall clock', () => {
  it('is the time that has passed, to 100 ppm, and never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), (acts, isTrusted) => {
        const machine = new Machine()
        const { guard } = isTrusted ? trusted(machine) : watched(machine)
        let passed = 0
        let before = guard.now()
        for (const { do: what, ms } of acts) {
          if (what === 'step' || what === 'nudge') machine.step(ms)
          else if (what === 'pass') machine.pass(ms)
          else if (what === 'sleep') machine.sleep(ms)
          else if (what === 'commit') guard.commitStamp()
          if (what === 'pass' || what === 'sleep') passed += ms
          if (what !== 'nudge') guard.check()
          expect(guard.now()).toBeGreaterThanOrEqual(before)
          before = guard.now()
        }
        expect(Math.abs(guard.now() - NOON - passed)).toBeLessThanOrEqual(passed * SLEW_RATE + 0.01)
        expect(guard.epoch).toBe(1)
      }),
      { numRuns: 400 },
    )
  })
})
