import { describe, expect, it } from 'vitest'
import { timesAfter } from '../../../../src-server/wash/wash-job-life.ts'

const AT = 1_764_938_722_000

describe('the times of a wash', () => {
  it.each([
    ['booked', 'queued', { queuedAt: AT }],
    ['queued', 'in_progress', { startedAt: AT }],
    ['in_progress', 'quality_check', { finishedAt: AT }],
    ['quality_check', 'ready', { readyAt: AT }],
    ['ready', 'collected', { collectedAt: AT }],
    ['queued', 'cancelled', {}],
    ['booked', 'no_show', {}],
    ['in_progress', 'queued', { startedAt: null, finishedAt: null, readyAt: null, collectedAt: null }],
    ['quality_check', 'in_progress', { finishedAt: null, readyAt: null, collectedAt: null }],
    ['ready', 'quality_check', { readyAt: null, collectedAt: null }],
  ] as const)('from %s to %s are %j', (from, to, times) => {
    expect(timesAfter({ state: from }, to, AT)).toEqual(times)
  })
})
