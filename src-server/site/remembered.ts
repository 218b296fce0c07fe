/** So many answers are remembered; then all are forgotten, and the next asked for are worked out again. */
const MOST_REMEMBERED = 1000

/**
 * A function that is worked out once for the same arguments, such as the bounds of a day in a zone. Only for what never
 * changes, and for answers that nobody changes.
 * @param keyOf tells arguments apart
 */
export function remembered<A extends readonly unknown[], T>(
  work: (...args: A) => T,
  keyOf: (...args: A) => string = (...args) => args.join('\n'),
): (...args: A) => T {
  const known = new Map<string, T>()
  return (...args) => {
    const key = keyOf(...args)
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = work(...args)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, answer)
    return answer
  }
}
