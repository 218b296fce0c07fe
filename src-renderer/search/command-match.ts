/**
 * Whether somebody who types so can mean a command: each word of theirs begins one of its words, in any order.
 * @param words the command as it is read: `Walk-in: a ticket at the gate`
 */
export function meansCommand(typed: string, words: string): boolean {
  const meant = wordsOf(words)
  return wordsOf(typed).every((part) => meant.some((word) => word.startsWith(part)))
}

/** Marks belong to words: the vowels of Devanagari and Malayalam are marks. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
