/** A pattern for `LIKE … ESCAPE '\\'` that finds what somebody typed, taken literally. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
