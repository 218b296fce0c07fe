/** Where ids, tokens and salts come from. Passed in, so that a test can repeat a run. */
export interface Random {
  /** So many random bytes, fit for secrets. */
  bytes(count: number): Uint8Array
}

/** A number in [0, 1), for whatever is to be spread and hides nothing. */
export function newFraction(random: Random): number {
  return Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32
}

/** Crockford's base 32 without I, L, O and U: nothing in it can be misread or misspelt over a counter. */
const SPEAKABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id of 128 random bits, as base64url: 22 characters. */
export function newId(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('base64url')
}

/** The letters of base64url in the order of their bytes, so that texts made of them are in the order of what they say. */
const IN_ORDER = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** The 48 bits of the last instant that was asked for, in 8 letters: those who share a commit share its instant. */
let instant = { at: -1, text: '' }

function instantText(at: number): string {
  if (instant.at !== at) {
    let text = ''
    for (let rest = at, place = 0; place < 8; place += 1, rest = Math.floor(rest / 64)) {
      text = (IN_ORDER[rest % 64] ?? '') + text
    }
    instant = { at, text }
  }
  return instant.text
}

/**
 * An id of 22 characters as well, which begins with the instant and has 80 random bits after it: rows that are written
 * together lie together in every index of their ids. For what is looked up by whoever may see it anyhow, and never for
 * what opens something by being known.
 * @param at business time, whole ms since the epoch
 */
export function newRowId(random: Random, at: number): string {
  return instantText(at) + Buffer.from(random.bytes(10)).toString('base64url')
}

/** A secret of 256 random bits, as base64url: 43 characters. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url')
}

/** Random characters that can be read aloud: 5 bits each, from Crockford's base 32. */
export function newSpeakable(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => SPEAKABLE[byte % 32]).join('')
}

/** What a person typed, as the code they meant: upper case, no spaces or dashes, O read as 0, I and L as 1. */
export function normaliseSpeakable(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
