import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../../src-renderer/admin/backups/passphrase-strength.ts'
import { asksForPassphrase, isComplete, sealingDraft } from '../../../src-renderer/admin/backups/sealing-draft.ts'

describe('how well a passphrase stands', () => {
  it.each([
    ['', 'short'],
    ['tide crane', 'short'],
    ['aaaaaaaaaaaaaaaa', 'simple'],
    ['abababababababab', 'simple'],
    ['password password', 'simple'],
    ['123456789012', 'simple'],
    ['qwertyuiopasdf', 'simple'],
    ['abcdefghijklmnop', 'simple'],
    ['tide crane ledger', 'fair'],
    ['k7#Pz!qW2m@x', 'fair'],
    ['tide crane ledger harbour', 'strong'],
    ['k7#Pz!qW2m@xV9$b', 'strong'],
    ['नदी पहाड़ चिड़िया संगीत', 'strong'],
  ])('%j: %s', (text, strength) => expect(passphraseStrength(text)).toBe(strength))
})

describe('what is said of the copies in the second folder', () => {
  const on = sealingDraft(true)
  const typed = { ...on, isTyping: true, typed: 'tide crane ledger', again: 'tide crane ledger' }

  it.each([
    ['off', sealingDraft(false), { place: 'keyring', kept: false }, false],
    ['on, none kept', on, { place: 'keyring', kept: false }, true],
    ['on, one kept', on, { place: 'keyring', kept: true }, false],
    ['on, a new one', { ...on, isTyping: true }, { place: 'keyring', kept: true }, true],
    ['on, from a file', on, { place: 'file', kept: true }, false],
    ['on, and the keyring has gone', on, { place: 'no_keyring', kept: false }, false],
  ] as const)('asks for the passphrase or not: %s', (_what, draft, passphrase, asks) => {
    expect(asksForPassphrase(draft, passphrase)).toBe(asks)
    expect(isComplete(draft, passphrase)).toBe(!asks)
  })

  it('is complete with a passphrase that is long enough, typed twice', () => {
    const keyring = { place: 'keyring', kept: true } as const
    expect(isComplete(typed, keyring)).toBe(true)
    expect(isComplete({ ...typed, again: 'tide crane lodger' }, keyring)).toBe(false)
    expect(isComplete({ ...typed, typed: 'short', again: 'short' }, keyring)).toBe(false)
  })
})
