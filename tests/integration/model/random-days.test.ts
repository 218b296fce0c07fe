import { describe, expect, it } from 'vitest'
import { playAndCount } from './random-days.ts'

describe('the whole car park, beside a model of it', () => {
  it('does on random days what the model says, step by step', { timeout: 3_600_000 }, async () => {
    expect(await playAndCount(1)).toEqual([])
  })
})
