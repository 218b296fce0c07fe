import type { Ms } from '../store/store.ts'

/** A stretch of time, [from, to) in ms of business time. */
export interface Span {
  readonly from: Ms
  readonly to: Ms
}

/** A stretch of time in which a bay is somebody's. */
export interface Busy extends Span {
  readonly resourceId: string
}

interface Bay {
  readonly id: string
}

export function overlaps(one: Span, other: Span): boolean {
  return one.from < other.to && one.to > other.from
}

/** The bays that nobody has for any moment of a span, in the order given. */
export function freeBays<B extends Bay>(bays: readonly B[], busy: readonly Busy[], span: Span): readonly B[] {
  const taken = new Set(busy.filter((row) => overlaps(row, span)).map(({ resourceId }) => resourceId))
  return bays.filter(({ id }) => !taken.has(id))
}

/** How long each bay that somebody has is free around a span; empty where the span itself is taken. */
function gapsAround(busy: readonly Busy[], span: Span): ReadonlyMap<string, Span> {
  const gaps = new Map<string, { from: Ms; to: Ms }>()
  for (const { resourceId, from, to } of busy) {
    let gap = gaps.get(resourceId)
    if (gap === undefined) gaps.set(resourceId, (gap = { from: -Infinity, to: Infinity }))
    if (to <= span.from) gap.from = Math.max(gap.from, to)
    else if (from >= span.to) gap.to = Math.min(gap.to, from)
    else gap.to = -Infinity
  }
  return gaps
}

const NEVER_TAKEN: Span = { from: -Infinity, to: Infinity }

/**
 * The free bay that a span fits most tightly, so that bays with long free times stay whole for long stays. Equals go by
 * the order given.
 */
export function tightestBay<B extends Bay>(bays: readonly B[], busy: readonly Busy[], span: Span): B | undefined {
  const gaps = gapsAround(busy, span)
  return tightestGap(bays, ({ id }) => gaps.get(id) ?? NEVER_TAKEN, span)
}

/**
 * The same, of bays whose gaps are known.
 * @param gapOf how long a bay is free around the span; undefined, or what does not reach around it, where it is taken
 */
export function tightestGap<B>(
  bays: readonly B[],
  gapOf: (bay: B, index: number) => Span | undefined,
  span: Span,
): B | undefined {
  let best: B | undefined
  let [least, leastAfter] = [Infinity, Infinity]
  for (const [index, bay] of bays.entries()) {
    const gap = gapOf(bay, index)
    if (gap === undefined || gap.from > span.from || gap.to < span.to) continue
    const [before, after] = [span.from - gap.from, gap.to - span.to]
    const slack = Math.min(before, after)
    if (best === undefined || slack < least || (slack === least && after < leastAfter)) {
      best = bay
      least = slack
      leastAfter = after
    }
  }
  return best
}

/** A bay that is free now, and until when: Infinity where nothing is planned on it. */
export interface FreeBay<B> {
  readonly bay: B
  readonly until: Ms
}

/** The bays free at an instant and for at least `leastMs` after it, longest free first; equals in the order given. */
export function longestFree<B extends Bay>(
  bays: readonly B[],
  busy: readonly Busy[],
  at: Ms,
  leastMs: number,
): readonly FreeBay<B>[] {
  const span = { from: at, to: at + leastMs }
  const gaps = gapsAround(busy, span)
  return freeBays(bays, busy, span)
    .map((bay) => ({ bay, until: (gaps.get(bay.id) ?? NEVER_TAKEN).to }))
    .toSorted((a, b) => (a.until === b.until ? 0 : b.until - a.until))
}
