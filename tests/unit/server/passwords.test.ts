import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Passwords } from '../../../src-server/identity/passwords.ts'

const newPasswords = () => new Passwords({ bytes: (count) => randomBytes(count) })

// Each hash takes 32 MiB and a while, by design.
describe('a password', { timeout: 30_000 }, () => {
  const passwords = newPasswords()

  it('is kept as scrypt with its costs and a salt of its own, and known again', async () => {
    const hash = await passwords.hash('harbour-owner')
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(hash).not.toBe(await passwords.hash('harbour-owner'))
    expect(await passwords.verify('harbour-owner', hash)).toBe('right')
    expect(await passwords.verify('harbour-owneR', hash)).toBe('wrong')
  })

  it('is the same however the keyboard composes its letters', async () => {
    const hash = await passwords.hash('Fährhafen-Ä')
    expect(await passwords.verify('Fährhafen-Ä'.normalize('NFD'), hash)).toBe('right')
  })

  it('is checked by the costs that it was hashed with, so that they can be raised', async () => {
    // scrypt('password', salt 'NaCl', N 1024, r 8, p 16): RFC 7914, section 12, its first 32 bytes.
    const key = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex')
    const hash = ['scrypt', 1024, 8, 16, Buffer.from('NaCl').toString('base64url'), key.toString('base64url')].join('$')
    expect(await passwords.verify('password', hash)).toBe('right')
    expect(await passwords.verify('Password', hash)).toBe('wrong')
  })

  it('of nobody costs what a real one costs, and is never right', async () => {
    const costs = (hash: string) => hash.split('$').slice(0, 4)
    const nobodys = passwords.nobodys()
    expect(costs(nobodys)).toEqual(costs(await passwords.hash('harbour-owner')))
    expect(await passwords.verify('', nobodys)).toBe('wrong')
  })

  it.each([
    '',
    'harbour-owner',
    'scrypt',
    'scrypt$32768$8$1',
    'scrypt$32768$8$1$$',
    'scrypt$32768$8$1$c2FsdA$',
    'scrypt$three$8$1$c2FsdA$a2V5',
    'scrypt$3$8$1$c2FsdA$a2V5',
    'scrypt$1073741824$8$1$c2FsdA$a2V5',
    'bcrypt$32768$8$1$c2FsdA$a2V5',
  ])('matches nothing when what is kept is %j', async (kept) => {
    expect(await passwords.verify('harbour-owner', kept)).toBe('wrong')
  })
})

describe('many passwords at once', { timeout: 60_000 }, () => {
  // As cheap as scrypt gets: what is looked at is the order.
  const cheap = ['scrypt', 2, 1, 1, 'c2FsdA', Buffer.alloc(32).toString('base64url')].join('$')

  it('are worked on two at a time, some wait, and the rest are not looked at', async () => {
    const passwords = newPasswords()
    let most = 0
    const tries = Array.from({ length: 100 }, async () => {
      const verdict = passwords.verify('guess', cheap)
      most = Math.max(most, passwords.load.running)
      return verdict
    })
    expect(passwords.load).toEqual({ running: 2, waiting: 64 })
    const verdicts = await Promise.all(tries)
    expect(most).toBe(2)
    expect(verdicts.filter((verdict) => verdict === 'busy')).toHaveLength(34)
    expect(verdicts.filter((verdict) => verdict === 'wrong')).toHaveLength(66)
    expect(passwords.load).toEqual({ running: 0, waiting: 0 })
    expect(await passwords.verify('guess', cheap)).toBe('wrong')
  })

  it('a hash that cannot be made gives its place back', async () => {
    const passwords = newPasswords()
    const impossible = 'scrypt$3$8$1$c2FsdA$a2V5'
    for (let count = 0; count < 5; count += 1) await passwords.verify('guess', impossible)
    expect(passwords.load).toEqual({ running: 0, waiting: 0 })
  })
})
