import { beforeEach, describe, expect, it } from 'vitest'
import { addressKey, FailureLimits, limits as table, type Guess } from '../../../src-server/identity/rate-limits.ts'

const wrong = async () => undefined
const right = async () => 'let in'
const refused = { refused: 'rate_limited' }

const cases = [
  ['a name', 'signInByName', 10, 60],
  ['an address that signs in', 'signInByAddress', 30, 60],
  ['a PIN', 'pinByUser', 5, 300],
  ['an address that pairs', 'pairByAddress', 10, 60],
  ['pairing as a whole', 'pairByAnybody', 60, 60],
  ['an address that asks after receipts', 'verifyByAddress', 20, 60],
  ['a booking’s manage token', 'manageByBooking', 20, 60],
  ['an address with manage tokens', 'manageByAddress', 200, 60],
  ['an address with device tokens', 'deviceByAddress', 20, 60],
  ['an account that searches', 'searchByUser', 600, 60],
  ['an account that saves filters', 'saveByUser', 60, 60],
  ['a kiosk that calls for help', 'helpByKiosk', 6, 1800],
  ['a kiosk that tells what it shows', 'stateByKiosk', 120, 60],
] as const

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

  it.each(cases)('allow %s (%s) %i failures, and no more until %i s are over', async (_, guessable, most, seconds) => {
    await fail(most, { [guessable]: 'x' })
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toMatchObject(refused)
    now += seconds * 1000 - 1
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toMatchObject(refused)
    now += 1
    expect(await limits.tryOnce({ [guessable]: 'x' }, right)).toBe('let in')
  })

  it('are each tested above', () => {
    expect(cases.map(([, name]) => name).toSorted()).toEqual(Object.keys(table).toSorted())
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
      Array.from({ length: 50 }, () => limits.tryOnce({ signInByName: 'owner' }, right)),
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

  it('refuse at once whoever would be the fifty-first to wait, and nobody else', async () => {
    let finish: (answer: string) => void = () => {}
    const slow = () => new Promise<string>((resolve) => (finish = resolve))
    const first = limits.tryOnce({ pinByUser: 'owner' }, slow)
    const waiting = Array.from({ length: 49 }, () => limits.tryOnce({ pinByUser: 'owner' }, right))
    expect(await limits.tryOnce({ pinByUser: 'owner' }, right)).toMatchObject(refused)
    expect(await limits.tryOnce({ pinByUser: 'attendant' }, right)).toBe('let in')
    finish('let in')
    expect(await Promise.all([first, ...waiting])).toEqual(Array.from({ length: 50 }, () => 'let in'))
    expect(await limits.tryOnce({ pinByUser: 'owner' }, right)).toBe('let in')
  })

  it('let nobody wait for somebody else’s guess', async () => {
    void limits.tryOnce({ signInByName: 'owner', signInByAddress: 'a' }, () => new Promise(() => {}))
    expect(await limits.tryOnce({ pinByUser: 'owner' }, right)).toBe('let in')
    expect(await limits.tryOnce({ signInByName: 'attendant', signInByAddress: 'b' }, right)).toBe('let in')
  })

  it('count a guess that is sent again once', () => {
    const guess = { deviceByAddress: 'tablet' }
    for (let count = 0; count < 100; count += 1) limits.add(guess, 'an old cookie')
    expect(limits.isBlocked(guess)).toBe(false)
    for (let count = 0; count < 19; count += 1) limits.add(guess, `guess ${count}`)
    expect(limits.isBlocked(guess)).toBe(true)
  })

  it('remember ten thousand of a kind, so that a flood of names fills no memory', () => {
    for (let count = 0; count < 10_000; count += 1) limits.add({ manageByBooking: `booking ${count}` })
    for (let count = 0; count < 20; count += 1) limits.add({ manageByBooking: 'watched' })
    expect(limits.isBlocked({ manageByBooking: 'watched' })).toBe(true)
    for (let count = 0; count < 9_999; count += 1) limits.add({ manageByBooking: `other ${count}` })
    expect(limits.isBlocked({ manageByBooking: 'watched' })).toBe(true)
    limits.add({ manageByBooking: 'one more' })
    expect(limits.isBlocked({ manageByBooking: 'watched' })).toBe(false)
  })
})

describe('an address', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:DB8:0001:2::', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'gone'],
  ])('%s stands for %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})
