import { describe, expect, it } from 'vitest'
import { stepOf, targetsOf, withPending, type Column } from '../../../src-renderer/wash-board/board-moves.ts'
import type { WashJob } from '../../../src-shared/api/wash-schemas.ts'
import { washColumns } from '../../../src-shared/wash/wash-job-states.ts'

const job = (id: string, state: WashJob['state']) => ({ id, state }) as WashJob
const columns: readonly Column[] = [
  { state: 'queued', jobs: [job('a', 'queued'), job('b', 'queued'), job('c', 'queued')] },
  { state: 'in_progress', jobs: [job('d', 'in_progress')] },
]
const shown = (pending: ReadonlyMap<string, { state: WashJob['state']; position?: number }>) =>
  withPending(columns, pending).map(({ jobs }) => jobs.map(({ id }) => id))

describe('the moves of a board', () => {
  it('are one step on and one step back, as the table says', () => {
    expect(washColumns.map((state) => [stepOf(state, 'back'), stepOf(state, 'on')])).toEqual([
      [undefined, 'queued'],
      [undefined, 'in_progress'],
      ['queued', 'quality_check'],
      ['in_progress', 'ready'],
      ['quality_check', 'collected'],
      [undefined, undefined],
    ])
    expect(targetsOf('queued')).toEqual(['in_progress'])
  })

  it('are seen at once: in another column, at a place in it, or gone from the board', () => {
    expect(shown(new Map())).toEqual([['a', 'b', 'c'], ['d']])
    expect(shown(new Map([['a', { state: 'in_progress' }]]))).toEqual([
      ['b', 'c'],
      ['d', 'a'],
    ])
    expect(shown(new Map([['d', { state: 'queued', position: 1 }]]))).toEqual([['a', 'd', 'b', 'c'], []])
    expect(shown(new Map([['c', { state: 'queued', position: 0 }]]))).toEqual([['c', 'a', 'b'], ['d']])
    expect(shown(new Map([['b', { state: 'cancelled' }]]))).toEqual([['a', 'c'], ['d']])
    expect(shown(new Map([['b', { state: 'queued', position: 99 }]]))).toEqual([['a', 'c', 'b'], ['d']])
  })
})
