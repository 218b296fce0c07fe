import { describe, expect, it } from 'vitest'
import { play, type Story } from '../../../../src-server/demo/story.ts'
import type { Transaction } from '../../../../src-server/store/store.ts'

const now = { at: 100 } as Transaction

async function* telling(log: string[], name: string, ...instants: readonly number[]): Story {
  for (const instant of instants) {
    const tx = yield instant
    log.push(`${name} at ${tx.at}`)
  }
}

describe('stories', () => {
  it('are told side by side in the order of their instants, each with a transaction of its instant', async () => {
    const log: string[] = []
    await play(now, [telling(log, 'a', 10, 40), telling(log, 'b', 5, 20, 90)])
    expect(log).toEqual(['b at 5', 'a at 10', 'b at 20', 'a at 40', 'b at 90'])
  })

  it('of one instant are told in the order in which they came', async () => {
    const log: string[] = []
    await play(now, [telling(log, 'a', 10, 20), telling(log, 'b', 10, 20), telling(log, 'c', 20)])
    expect(log).toEqual(['a at 10', 'b at 10', 'c at 20', 'a at 20', 'b at 20'])
  })

  it('may go on now, and not later', async () => {
    await expect(play(now, [telling([], 'a', 100)])).resolves.toBeUndefined()
    await expect(play(now, [telling([], 'a', 101)])).rejects.toThrow('1 ms after now')
  })
})
