/**
 * Reads a length of time as a person types it: `90`, `90 min`, `1:30`, `2 h`, `2 h 30 min`. A bare number is minutes.
 * @returns whole minutes, or undefined
 */
export function parseLengthText(text: string): number | undefined {
  const match =
    /^(?:(?<bare>\d{1,6})\s*(?:m|min)?|(?<clock>\d{1,4}):(?<past>[0-5]\d)|(?<hours>\d{1,4})\s*h(?:\s*(?<rest>\d{1,2})\s*(?:m|min)?)?)$/i.exec(
      text.trim(),
    )
  if (match?.groups === undefined) return undefined
  const { bare, clock, past, hours, rest } = match.groups
  if (bare !== undefined) return Number(bare)
  return Number(clock ?? hours) * 60 + Number(past ?? rest ?? 0)
}

/** A length as it stands in a field, what `parseLengthText` reads back: `15 min`, `2 h`, `2 h 30 min`. */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
