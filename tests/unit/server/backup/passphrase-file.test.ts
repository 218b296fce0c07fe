import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { passphraseFile } from '../../../../src-server/backup/passphrase-file.ts'

const PASSPHRASE = 'tide crane ledger harbour'
const folder = mkdtempSync(join(tmpdir(), 'kerbside-passphrase-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string, mode = 0o600): string {
  const file = join(folder, 'passphrase')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('a passphrase in a file', () => {
  it.each([PASSPHRASE, `${PASSPHRASE}\n`, `\uFEFF${PASSPHRASE} \r\nwhat else stands there\n`])(
    'is its first line: %j',
    async (text) => {
      const keeper = passphraseFile(written(text))
      expect([keeper.place(), keeper.has(), await keeper.read()]).toEqual(['file', true, PASSPHRASE])
    },
  )

  it('is read anew each time', async () => {
    const keeper = passphraseFile(written(PASSPHRASE))
    written('bollard gravel Sunday kettle')
    expect(await keeper.read()).toBe('bollard gravel Sunday kettle')
  })

  it.each(['640', '604', '660', '644', '620', '601'])(
    'that others may do anything with is refused: %s',
    async (octal) => {
      const mode = Number.parseInt(octal, 8)
      const message = /^KERBSIDE_BACKUP_PASSPHRASE_FILE: others than its user may read .* chmod 600$/
      expect(() => passphraseFile(written(PASSPHRASE, mode))).toThrow(message)
      const keeper = passphraseFile(written(PASSPHRASE))
      written(PASSPHRASE, mode)
      await expect(keeper.read()).rejects.toThrow(message)
    },
  )

  it('that only its user may read is taken, read-only too', () => {
    expect(passphraseFile(written(PASSPHRASE, 0o400)).has()).toBe(true)
    chmodSync(join(folder, 'passphrase'), 0o600)
  })

  it.each([
    ['nothing', '', /must have 12 characters at least/],
    ['too little', 'short\n', /must have 12 characters at least/],
    ['too much', 'x'.repeat(201), /must have 200 characters at most/],
  ])('with %s on its first line is refused', (_what, text, message) => {
    expect(() => passphraseFile(written(text))).toThrow(message)
  })

  it('is told to nobody, not even where it is refused', () => {
    expect(() => passphraseFile(written('tide crane'))).not.toThrow(/tide|crane/)
  })

  it('that is not there is refused by its name', () => {
    const missing = join(folder, 'missing')
    expect(() => passphraseFile(missing)).toThrow(new RegExp(`^KERBSIDE_BACKUP_PASSPHRASE_FILE: .*${missing}.*ENOENT`))
    expect(() => passphraseFile(folder)).toThrow(/^KERBSIDE_BACKUP_PASSPHRASE_FILE: /)
  })
})
