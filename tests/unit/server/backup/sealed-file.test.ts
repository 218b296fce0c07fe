import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSealedFile, sealFile } from '../../../../src-server/backup/sealed-file.ts'
import { systemRandom } from '../../../../src-server/ids/system-random.ts'
import { seededRandom, testSeed } from '../../../support/seeded.ts'

const PASSPHRASE = 'a car park at the harbour'

describe('an encrypted copy', { timeout: 120_000 }, () => {
  let folder: string
  const file = (name: string) => join(folder, name)
  const plain = Buffer.from(Array.from({ length: 300_001 }, (_, index) => (index * 7) % 251))
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-sealed-'))
    writeFileSync(file('plain'), plain)
    await sealFile(file('plain'), file('sealed'), PASSPHRASE, systemRandom)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives back what was put in, to whoever has the passphrase', async () => {
    await openSealedFile(file('sealed'), file('opened'), PASSPHRASE)
    expect(readFileSync(file('opened')).equals(plain)).toBe(true)
    rmSync(file('opened'))
  })

  it('says what it is in its first lines, and nothing of what is in it', () => {
    const bytes = readFileSync(file('sealed'))
    const [first, second] = bytes.subarray(0, 400).toString('latin1').split('\n')
    expect(first).toBe('KERBSIDE BACKUP')
    expect(JSON.parse(second!)).toMatchObject({ version: 1, cipher: 'aes-256-gcm', kdf: 'scrypt', N: 131_072 })
    expect(bytes.includes(plain.subarray(1000, 1032))).toBe(false)
  })

  it('is another one each time, though nothing has changed', async () => {
    await sealFile(file('plain'), file('again'), PASSPHRASE, systemRandom)
    expect(
      readFileSync(file('again'))
        .subarray(400)
        .equals(readFileSync(file('sealed')).subarray(400)),
    ).toBe(false)
    rmSync(file('again'))
  })

  it('tells a wrong passphrase from damage', async () => {
    const attempt = openSealedFile(file('sealed'), file('opened'), 'a car park at the harboor')
    await expect(attempt).rejects.toMatchObject({ failure: 'wrong_passphrase' })
  })

  it('that was changed anywhere opens nothing, and leaves nothing behind', async () => {
    const random = seededRandom(testSeed(41))
    const sealed = readFileSync(file('sealed'))
    const end = sealed.indexOf('\n', 16) + 1
    // In what was encrypted, in what vouches for it, and at the end of it; the header is looked at below.
    const places = [
      end,
      sealed.length - 1,
      ...Array.from({ length: 4 }, () => end + Math.floor(random() * (sealed.length - end))),
    ]
    for (const at of places) {
      const changed = Buffer.from(sealed)
      changed[at] = changed[at]! ^ 1
      writeFileSync(file('changed'), changed)
      const attempt = openSealedFile(file('changed'), file('opened'), PASSPHRASE)
      await expect(attempt).rejects.toMatchObject({ failure: 'damaged' })
    }
    writeFileSync(file('changed'), sealed.subarray(0, sealed.length - 1000))
    await expect(openSealedFile(file('changed'), file('opened'), PASSPHRASE)).rejects.toMatchObject({
      failure: 'damaged',
    })
    rmSync(file('changed'))
    expect(readdirSync(folder).toSorted()).toEqual(['plain', 'sealed'])
  })

  it.each([
    ['no backup at all', 'something else entirely\n{"version":1}\n', 'damaged'],
    ['made by a newer Kerbside', 'KERBSIDE BACKUP\n{"version":2,"cipher":"of the future"}\n', 'newer'],
    [
      'that asks for all the memory there is',
      `KERBSIDE BACKUP\n${JSON.stringify({ version: 1, cipher: 'aes-256-gcm', kdf: 'scrypt', N: 2 ** 30, r: 8, p: 1, salt: 'A'.repeat(22), nonce: 'A'.repeat(16), check: 'A'.repeat(11) })}\n`,
      'damaged',
    ],
  ])('a file %s is refused', async (_what, text, failure) => {
    writeFileSync(file('other'), text + 'x'.repeat(100))
    await expect(openSealedFile(file('other'), file('opened'), PASSPHRASE)).rejects.toMatchObject({ failure })
    rmSync(file('other'))
  })
})
