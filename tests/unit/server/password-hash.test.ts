import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '../../../src-server/identity/password-hash.ts'

const random = { bytes: (count: number) => randomBytes(count) }

// Each hash takes 32 MiB and a while, by design.
describe('a password', { timeout: 30_000 }, () => {
  it('is kept as scrypt with its costs and a salt of its own, and known again', async () => {
    const hash = await hashPassword('harbour-owner', random)
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(hash).not.toBe(await hashPassword('harbour-owner', random))
    expect(await verifyPassword('harbour-owner', hash)).toBe(true)
    expect(await verifyPassword('harbour-owneR', hash)).toBe(false)
  })

  it('is the same however the keyboard composes its letters', async () => {
    const hash = await hashPassword('Fährhafen-Ä', random)
    expect(await verifyPassword('Fährhafen-Ä'.normalize('NFD'), hash)).toBe(true)
  })

  it('is checked by the costs that it was hashed with, so that they can be raised', async () => {
    // scrypt('password', salt 'NaCl', N 1024, r 8, p 16): RFC 7914, section 12, its first 32 bytes.
    const key = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex')
    const hash = ['scrypt', 1024, 8, 16, Buffer.from('NaCl').toString('base64url'), key.toString('base64url')].join('$')
    expect(await verifyPassword('password', hash)).toBe(true)
    expect(await verifyPassword('Password', hash)).toBe(false)
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
    expect(await verifyPassword('harbour-owner', kept)).toBe(false)
  })
})
