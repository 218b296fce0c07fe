import { describe, expect, it } from 'vitest'
import { ClockBounds } from '../../../src-shared/time/clock-bounds.ts'

const SERVER = 1_764_938_722_000

describe('bounds of the server’s time', () => {
  it('knows nothing at first', () => {
    const bounds = new ClockBounds(0.1)
    expect(bounds.at(1000)).toEqual({ earliestMs: -Infinity, latestMs: Infinity })
    expect(bounds.exchanged).toBe(false)
  })

  it('is as wide as the round trip after one exchange, and holds the truth whichever way was slow', () => {
    const bounds = new ClockBounds(0.1)
    expect(bounds.exchange(1000, SERVER + 30, SERVER + 31, 1040)).toBe('taken')
    const { earliestMs, latestMs } = bounds.at(1040)
    expect(earliestMs).toBeCloseTo(SERVER + 31 - 0.1, 2)
    expect(latestMs).toBeCloseTo(SERVER + 70 + 0.1 + 0.01, 2)
  })

  it('keeps the closer of two exchanges on each side', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1100)
    bounds.exchange(1100, SERVER + 140, SERVER + 140, 1150)
    const { earliestMs, latestMs } = bounds.at(1150)
    expect(latestMs - earliestMs).toBeLessThan(60)
  })

  it('takes from a tick only that the server is at least there', () => {
    const bounds = new ClockBounds(0.1)
    bounds.tick(SERVER, 1000)
    expect(bounds.at(1000).earliestMs).toBeCloseTo(SERVER - 0.1, 2)
    expect(bounds.at(1000).latestMs).toBe(Infinity)
    expect(bounds.exchanged).toBe(false)
  })

  it('never takes its clock to be finer than it was measured to be', () => {
    const bounds = new ClockBounds(20)
    bounds.exchange(1000, SERVER, SERVER, 1000)
    expect(bounds.at(1000).earliestMs).toBeCloseTo(SERVER - 20, 2)
    expect(bounds.at(1000).latestMs).toBeCloseTo(SERVER + 20, 2)
  })

  it('widens by 250 ppm to each side as time goes by', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1000)
    const { earliestMs, latestMs } = bounds.at(61_000)
    expect(earliestMs).toBeCloseTo(SERVER + 60_000 - 0.1 - 15, 2)
    expect(latestMs).toBeCloseTo(SERVER + 60_000 + 0.1 + 15, 2)
  })

  it('in doubt, forgets the latest time and keeps the earliest', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1000)
    bounds.doubt(2000)
    expect(bounds.at(2000).earliestMs).toBeCloseTo(SERVER + 1000 - 0.35, 2)
    expect(bounds.at(2000).latestMs).toBe(Infinity)
  })

  it('restarts from the newest exchange when two contradict each other', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1010)
    expect(bounds.exchange(2000, SERVER + 500_000, SERVER + 500_000, 2010)).toBe('restarted')
    expect(bounds.at(2010).earliestMs).toBeCloseTo(SERVER + 500_000 - 0.1, 2)
  })

  it('goes by the tick alone when it contradicts the newest exchange too', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1010)
    expect(bounds.tick(SERVER + 500_000, 2000)).toBe('restarted')
    expect(bounds.at(2000).earliestMs).toBeCloseTo(SERVER + 500_000 - 0.1, 2)
    expect(bounds.at(2000).latestMs).toBe(Infinity)
  })

  it('replaces what it knew by the first exchange of a new link, even where both agree', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1010)
    bounds.startAfresh()
    bounds.exchange(1020, SERVER + 50, SERVER + 50, 1120)
    const { earliestMs, latestMs } = bounds.at(1120)
    expect(latestMs - earliestMs).toBeGreaterThan(100)
  })

  it('knows nothing again after a reset', () => {
    const bounds = new ClockBounds(0.1)
    bounds.exchange(1000, SERVER, SERVER, 1010)
    bounds.reset()
    expect(bounds.exchanged).toBe(false)
    expect(bounds.at(2000).latestMs).toBe(Infinity)
  })

  it.each([
    ['a reply stamped before its request came', 1000, SERVER + 5, SERVER, 1010],
    ['a reply here before its request left', 1010, SERVER, SERVER, 1000],
    ['a server that held the request longer than the round trip took', 1000, SERVER, SERVER + 500, 1010],
    ['a time that is no number', 1000, Number.NaN, SERVER, 1010],
    ['a time without end', 1000, SERVER, Infinity, 1010],
  ])('takes nothing from %s', (_what, m1, t2, t3, m4) => {
    const bounds = new ClockBounds(0.1)
    expect(bounds.exchange(m1, t2, t3, m4)).toBe('impossible')
    expect(bounds.exchanged).toBe(false)
  })

  it('takes nothing from a tick that is no number', () => {
    const bounds = new ClockBounds(0.1)
    expect(bounds.tick(Infinity, 1000)).toBe('impossible')
    expect(bounds.at(1000).earliestMs).toBe(-Infinity)
  })
})
