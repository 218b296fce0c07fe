import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newId,
  newRowId,
  newSecret,
  newSpeakable,
  normaliseSpeakable,
  type Random,
} from '../../../src-server/ids/random.ts'
import { hashToken } from '../../../src-server/identity/token-hash.ts'

const counting: Random = { bytes: (count) => Uint8Array.from({ length: count }, (_, index) => index) }
const anyRandom = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Random => ({ bytes: (count) => bytes.slice(0, count) }))

describe('ids, secrets and codes', () => {
  it('are as long as they are said to be, and fit in a URL', () => {
    fc.assert(
      fc.property(anyRandom, (random) => {
        expect(newId(random)).toMatch(/^[\w-]{22}$/)
        expect(newSecret(random)).toMatch(/^[\w-]{43}$/)
        expect(newSpeakable(random, 8)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      }),
    )
  })

  it('of rows are in the order of their instants, and of 80 random bits beside', () => {
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(anyRandom, anyRandom, instant, instant, (one, other, at, later) => {
        const [first, second] = [newRowId(one, at), newRowId(other, later)]
        expect(first).toMatch(/^[\w-]{22}$/)
        expect(at === later || first < second === at < later).toBe(true)
        expect(Buffer.from(first.slice(8), 'base64url')).toEqual(Buffer.from(one.bytes(10)))
      }),
    )
  })

  it('a code draws on all 32 letters evenly', () => {
    const random: Random = { bytes: () => Uint8Array.from({ length: 256 }, (_, index) => index) }
    const counts = new Map<string, number>()
    for (const letter of newSpeakable(random, 256)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })

  it('a token is kept as its SHA-256', () => {
    const token = newSecret(counting)
    expect(token).toBe('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
    expect(hashToken(token)).toBe(createHash('sha256').update(token).digest('base64url'))
  })
})

describe('a code that a person typed', () => {
  it.each([
    ['7KQ4X0M1', '7KQ4X0M1'],
    ['7kq4x0m1', '7KQ4X0M1'],
    ['7KQ4 X0M1', '7KQ4X0M1'],
    ['7kq4-xom1', '7KQ4X0M1'],
    ['7KQ4XOMI', '7KQ4X0M1'],
    ['7KQ4XOMl', '7KQ4X0M1'],
    ['\t7 K Q 4\u00a0X 0 M 1\n', '7KQ4X0M1'],
    ['', ''],
  ])('%j is taken for %s', (typed, code) => expect(normaliseSpeakable(typed)).toBe(code))

  it('is the code that was shown, however it was spelt', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '  '), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(anyRandom, gaps, fc.boolean(), (random, between, letters) => {
        const code = newSpeakable(random, 8)
        const typed = [...code].map((letter, index) => (between[index] ?? '') + letter).join('')
        const spelt = letters ? typed.replaceAll('0', 'o').replaceAll('1', 'l') : typed.toLowerCase()
        expect(normaliseSpeakable(spelt)).toBe(code)
      }),
    )
  })
})
