import { beforeEach, describe, expect, it } from 'vitest'
import { FailureLimits, type Guess } from '../../../src-server/identity/rate-limits.ts'

const wrong = async () => undefined
const right = async () => 'let in'
const refused = { refused: 'rate_limited' }

describe('the limits on guessing', () => {
  let now: number
  let limits: FailureLimits
  beforeEach(() => {
    now = 1000
    limits = new FailureLimits(() => now)
  })

  async function fail(times: number, guess: Guess): Promise<void> {
    for (let count = 0; count < times; count += 1) expect(await limits.tryOnce(guess, wrong)).toBeUndefined()
  }

  it.each([
    ['a name', 'signInByName', 10],
    ['an address that signs in', 'signInByAddress', 30],
    ['a PIN', 'pinByUser', 5],
    ['an address that pairs', 'pairByAddress', 10],
    ['pairing as a whole', 'pairByAnybody', 60],
  ] as const)('allow %s (%s) %i failures, and no more until the time is over', async (_, guessable, most) => {
    await fail(most, { [guessable]: 'x' })
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toMatchObject(refused)
    const window = guessable === 'pinByUser' ? 300_000 : 60_000
    now += window - 1
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toMatchObject(refused)
    now += 1
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toBe('let in')
  })

  it('count from the first failure, not from the last', async () => {
    await fail(9, { signInByName: 'owner' })
    now += 59_999
    await fail(1, { signInByName: 'owner' })
    expect(await limits.tryOnce({ signInByName: 'owner' }, right)).toMatchObject(refused)
    now += 1
    await fail(10, { signInByName: 'owner' })
    expect(await limits.tryOnce({ signInByName: 'owner' }, right)).toMatchObject(refused)
  })

  it('keep people and purposes apart', async () => {
    await fail(10, { signInByName: 'owner' })
    expect(await limits.tryOnce({ signInByName: 'attendant' }, right)).toBe('let in')
    expect(await limits.tryOnce({ pairByAddress: 'owner' }, right)).toBe('let in')
    expect(await limits.tryOnce({ signInByName: 'owner', signInByAddress: 'b' }, right)).toMatchObject(refused)
  })

  it('a refused guess is not attempted', async () => {
    await fail(10, { signInByName: 'owner' })
    let attempts = 0
    await limits.tryOnce({ signInByName: 'owner' }, async () => {
      attempts += 1
      return undefined
    })
    expect(attempts).toBe(0)
  })

  it('slow nobody down who gets it right, however often', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => limits.tryOnce({ signInByName: 'owner' }, right)),
    )
    expect(answers.every((answer) => answer === 'let in')).toBe(true)
  })

  it('count guesses that are sent together like guesses sent in a row', async () => {
    let attempts = 0
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        limits.tryOnce({ signInByName: 'owner' }, async () => {
          attempts += 1
          await Promise.resolve()
          return undefined
        }),
      ),
    )
    expect(attempts).toBe(10)
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(10)
  })

  it('go on after an attempt that broke', async () => {
    const broken = limits.tryOnce({ signInByName: 'owner' }, () => Promise.reject(new Error('the disk is gone')))
    await expect(broken).rejects.toThrow('the disk is gone')
    expect(await limits.tryOnce({ signInByName: 'owner' }, right)).toBe('let in')
  })
})
