/** Where ids, tokens and salts come from. Passed in, so that a test can repeat a run. */
export interface Random {
  /** So many random bytes, fit for secrets. */
  bytes(count: number): Uint8Array
}

/** Crockford's base 32 without I, L, O and U: nothing in it can be misread or misspelt over a counter. */
const SPEAKABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id of 128 random bits, as base64url: 22 characters. */
export function newId(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('base64url')
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
