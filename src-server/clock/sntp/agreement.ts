/** Where one source says that true time lies, as an offset from business time in ms: lo ≤ true − S ≤ hi. */
export interface OffsetInterval {
  readonly lo: number
  readonly hi: number
}

export interface Agreement extends OffsetInterval {
  /** How many sources the interval satisfies. */
  readonly count: number
}

/** What the sources bear out: business time, the wall clock, both, or neither. */
export type Verdict = 'both' | 'business' | 'wall' | 'neither'

/**
 * Whom the sources side with.
 * @param wallAheadMs how far the wall clock is ahead of business time, in ms
 * @param slackMs how far outside the interval still counts as agreeing, in ms
 */
export function sideOf({ lo, hi }: OffsetInterval, wallAheadMs: number, slackMs: number): Verdict {
  const bearsOut = (offset: number): boolean => offset >= lo - slackMs && offset <= hi + slackMs
  if (bearsOut(0)) return bearsOut(wallAheadMs) ? 'both' : 'business'
  return bearsOut(wallAheadMs) ? 'wall' : 'neither'
}

/**
 * The smallest interval that satisfies the most sources (Marzullo's algorithm: K. Marzullo, "Maintaining the Time in a
 * Distributed System", 1984). Where several satisfy as many, the first.
 * @returns undefined when there is no source
 */
export function intersect(intervals: readonly OffsetInterval[]): Agreement | undefined {
  const edges = intervals.flatMap(({ lo, hi }) => [
    { at: lo, change: 1 },
    { at: hi, change: -1 },
  ])
  // Where one interval ends as another begins, they touch: beginnings count first.
  edges.sort((a, b) => a.at - b.at || b.change - a.change)
  let best: Agreement | undefined
  let count = 0
  for (const [index, edge] of edges.entries()) {
    count += edge.change
    const next = edges[index + 1]
    if (edge.change === 1 && next !== undefined && count > (best?.count ?? 0)) {
      best = { lo: edge.at, hi: next.at, count }
    }
  }
  return best
}

/** How many of so many sources must agree: two of three, three of five, but never one alone. */
export function quorumOf(sources: number): number {
  return Math.max(2, Math.floor(sources / 2) + 1)
}
