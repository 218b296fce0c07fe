/**
 * A text that somebody typed, as one line that every paper takes: no control characters, no broken pairs, no longer than
 * so many UTF-16 units. Empty where nothing is left.
 */
export function plainLine(text: string, longest: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // Cut between characters, never inside one.
  return line.length <= longest
    ? line
    : line
        .slice(0, longest)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim()
}

/** The same of a text of several lines, without the empty ones. */
export function plainLines(text: string, longest: number, most: number): string[] {
  const lines = text.split(/\r?\n/).map((line) => plainLine(line, longest))
  return lines.filter((line) => line !== '').slice(0, most)
}
