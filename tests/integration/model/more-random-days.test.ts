import { describe, expect, it } from 'vitest'
import { playAndCount } from './random-days.ts'

// A file of its own, so that the other core plays other days meanwhile.
describe('the whole car park, beside a model of it', () => {
  it('does on other random days what the model says, step by step', { timeout: 3_600_000 }, async () => {
    expect(await playAndCount(1_000_001)).toEqual([])
  })
})
