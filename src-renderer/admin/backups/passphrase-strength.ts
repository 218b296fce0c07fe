import { SHORTEST_PASSPHRASE } from '../../../src-shared/api/backup-schemas.ts'

type PassphraseStrength = 'short' | 'simple' | 'fair' | 'strong'

/**
 * How well a passphrase would stand against somebody who has the file: a rough word for whoever chooses it, no promise.
 * Repeats count once, so that a key held down is as weak as it is.
 */
export function passphraseStrength(text: string): PassphraseStrength {
  if (text.length < SHORTEST_PASSPHRASE) return 'short'
  const different = new Set(text.toLowerCase()).size
  const words = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word.length > 2),
  ).size
  if (different < 6 || isRun(text)) return 'simple'
  if (words >= 4 || (text.length >= 16 && different >= 12)) return 'strong'
  return words >= 3 || different >= 9 ? 'fair' : 'simple'
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Letters or digits in the order of the alphabet or of a keyboard's rows, for the most part. */
function isRun(text: string): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const triples = Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3))
  const inOrder = triples.filter((triple) => ROWS.some((row) => row.includes(triple)))
  return inOrder.length * 2 > triples.length
}
