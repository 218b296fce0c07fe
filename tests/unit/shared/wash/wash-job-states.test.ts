import { describe, expect, it } from 'vitest'
import {
  isStepBack,
  washColumns,
  washJobMayBecome,
  washJobStates,
  type WashJobState,
} from '../../../../src-shared/wash/wash-job-states.ts'

const allowed: readonly (readonly [WashJobState, WashJobState])[] = [
  ['booked', 'queued'],
  ['booked', 'cancelled'],
  ['booked', 'no_show'],
  ['queued', 'in_progress'],
  ['queued', 'cancelled'],
  ['in_progress', 'quality_check'],
  ['in_progress', 'queued'],
  ['quality_check', 'ready'],
  ['quality_check', 'in_progress'],
  ['ready', 'collected'],
  ['ready', 'quality_check'],
]
const every = washJobStates.flatMap((from) => washJobStates.map((to) => [from, to] as const))
const forbidden = every.filter(([from, to]) => !allowed.some(([a, b]) => a === from && b === to))

describe('the life of a wash', () => {
  it.each(allowed)('lets %s become %s', (from, to) => expect(washJobMayBecome(from, to)).toBe(true))
  it.each(forbidden)('does not let %s become %s', (from, to) => expect(washJobMayBecome(from, to)).toBe(false))

  it('goes back one column at a time, and only from work to work', () => {
    expect(every.filter(([from, to]) => washJobMayBecome(from, to) && isStepBack(from, to))).toEqual([
      ['in_progress', 'queued'],
      ['quality_check', 'in_progress'],
      ['ready', 'quality_check'],
    ])
    expect(washColumns.filter((column) => isStepBack('booked', column))).toEqual([])
  })
})
