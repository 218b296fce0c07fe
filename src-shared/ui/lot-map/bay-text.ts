/** Text as it fits into a bay: the lines, and the size of their figures in dm. */
export interface FittedText {
  readonly lines: readonly string[]
  readonly size: number
}

/** A bold capital of the typeface is about this many times as wide as its size. */
const letterWidth = 0.64
/** From one line to the next, in sizes. */
export const lineHeight = 1.15

/** People know a car by its last four; a bay too narrow for more shows those. */
const plateEnd = 4

/** @param width of the room, in dm @param most largest size, in dm */
export function fitLines(lines: readonly string[], width: number, height: number, most: number): FittedText {
  const longest = Math.max(1, ...lines.map((line) => line.length))
  const size = Math.min(most, width / (longest * letterWidth), height / (lines.length * lineHeight))
  return { lines, size: Math.round(size * 10) / 10 }
}

/** A plate in two lines, as on the back of a motorcycle, its last four below; only those where there is no room. */
export function plateLines(plate: string, width: number): readonly string[] {
  const compact = plate.replace(/[\s.-]/g, '')
  if (compact.length <= plateEnd + 1) return [compact]
  const end = compact.slice(-plateEnd)
  return width < 18 ? [end] : [compact.slice(0, -plateEnd), end]
}

/** A caption in as many lines as it has words where they are more than a few letters: "till 16:20" in two. */
export function captionLines(caption: string): readonly string[] {
  return caption.length <= 5 ? [caption] : caption.split(/\s+/)
}
