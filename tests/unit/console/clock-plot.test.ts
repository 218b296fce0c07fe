import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  isEnoughToPlot,
  pointsOf,
  summaryOf,
  thinned,
  type Point,
} from '../../../src-renderer/clock/plot-data.ts'

const at = (second: number) => new Date(Date.UTC(2025, 11, 5, 7, 0, second)).toISOString()
const sample = (second: number, wall = 0, sources: number | null = null) => ({
  at: at(second),
  wall_ahead_ms: wall,
  sources_ahead_ms: sources,
  uncertainty_ms: sources === null ? null : 4,
})
const points = (count: number): Point[] => pointsOf(Array.from({ length: count }, (_, index) => sample(index * 10)))

describe('the points of the plot', () => {
  it('are those since time last went back', () => {
    const history = [sample(100), sample(110), sample(20), sample(30)]
    expect(pointsOf(history).map((point) => new Date(point.at).toISOString())).toEqual([at(20), at(30)])
  })

  it('are too few for a plot at first', () => {
    expect(isEnoughToPlot(points(2))).toBe(false)
    expect(isEnoughToPlot(points(3))).toBe(true)
  })

  it('leave a gap where the machine slept', () => {
    const { at: instants, wall } = columnsOf(pointsOf([sample(0, 1), sample(10, 2), sample(100, 3)]))
    expect(wall).toEqual([1, 2, null, 3])
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  })

  it('have a band only where the sources agreed', () => {
    const { sources, low, high } = columnsOf(pointsOf([sample(0), sample(10, 0, 1)]))
    expect(sources).toEqual([null, 1])
    expect(low).toEqual([null, -3])
    expect(high).toEqual([null, 5])
  })

  it('are summed up in figures', () => {
    const summary = summaryOf(pointsOf([sample(0, -3), sample(10, 12), sample(20, 5, 1)]))
    expect(summary).toEqual({ spanMs: 20_000, least: -3, most: 12, now: 5, sources: 1, uncertainty: 4 })
  })

  it('are thinned evenly, newest first, and the newest is always there', () => {
    const all = points(61)
    const few = thinned(all, 30)
    expect(few.length).toBeLessThanOrEqual(30)
    expect(few[0]).toBe(all.at(-1))
    expect(few[1]).toBe(all.at(-4))
  })
})
