/** Digits of a plate's end that are enough to look for it by. */
const MOST_DIGITS = 3
/** A bay's label, such as `A01`, is shorter. */
const MIXED = /^(?=.*\p{L})(?=.*\p{N})[\p{L}\p{N}]{4,}$/u

/**
 * Whether a plate, or enough of one, may stand in a text that is no place for it: four digits, or letters and digits in
 * one word. Rather a year too many than a plate.
 */
export function mayHoldPlate(text: string): boolean {
  const plain = text.normalize('NFKC')
  if ((plain.match(/\p{N}/gu) ?? []).length > MOST_DIGITS) return true
  return plain.split(/[^\p{L}\p{N}]+/u).some((word) => MIXED.test(word))
}
