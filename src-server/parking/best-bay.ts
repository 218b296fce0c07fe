import type { ResourceRow, Transaction } from '../store/store.ts'
import { tightestGap, type Span } from './free-bays.ts'
import { STANDING_MS } from './lot-busy.ts'

/** What lies further off than a day does not make one bay better than another. */
const LOOK_AROUND_MS = 24 * 60 * 60_000

/**
 * Of some bays, the one that nobody has for any moment of a span and whose free time the span fills best. A car that
 * stands in one stands there for a while yet, whatever was planned.
 */
export async function bestBay<B extends Pick<ResourceRow, 'id'>>(
  tx: Pick<Transaction, 'at' | 'gapsAround' | 'standingBays'>,
  bays: readonly B[],
  span: Span,
): Promise<B | undefined> {
  const ids = bays.map(({ id }) => id)
  const gaps = await tx.gapsAround(ids, span.from, span.to, LOOK_AROUND_MS)
  const standing = new Set(await tx.standingBays())
  const leaves = tx.at + STANDING_MS
  const gapOf = ({ id }: B, index: number): Span | undefined => {
    const gap = gaps[index]
    return gap === undefined || !standing.has(id) ? gap : { from: Math.max(gap.from, leaves), to: gap.to }
  }
  return tightestGap(bays, gapOf, span)
}
