/**
 * Whether one character wrong, missing, added, or swapped with its neighbour makes one text of the other, or they are
 * equal: optimal string alignment (Damerau–Levenshtein with adjacent swaps) ≤ 1. It looks at each character at most twice.
 */
export function isWithinOneEdit(one: readonly string[], other: readonly string[]): boolean {
  if (one.length > other.length) return isWithinOneEdit(other, one)
  if (other.length - one.length > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  if (one.length < other.length) return sameFrom(one, at, other, at + 1)
  return sameFrom(one, at + 1, other, at + 1) || isSwapAt(one, other, at)
}

function isSwapAt(one: readonly string[], other: readonly string[], at: number): boolean {
  return one[at] === other[at + 1] && one[at + 1] === other[at] && sameFrom(one, at + 2, other, at + 2)
}

function sameFrom(one: readonly string[], from: number, other: readonly string[], otherFrom: number): boolean {
  for (let index = from; index < one.length; index++) {
    if (one[index] !== other[otherFrom + index - from]) return false
  }
  return true
}
