import { sameLabel, type LotList } from '../../src-shared/lot/lot-list.ts'

/** What an import would do to the bays, by their labels. */
export interface LotChange {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly retired: readonly string[]
}

/** Compares a lot with the one that is there. A list without a plan leaves every place as it is. */
export function lotChanges(now: LotList, next: LotList): LotChange {
  const known = new Map(now.bays.map((bay) => [sameLabel(bay.label), bay]))
  const named = new Set(next.bays.map(({ label }) => sameLabel(label)))
  const labelsOf = (bays: LotList['bays']) => bays.map(({ label }) => label)
  const isChanged = (bay: LotList['bays'][number]) => {
    const before = known.get(sameLabel(bay.label))
    if (before === undefined) return false
    const place = next.plan === null ? before.place : bay.place
    return (
      before.label !== bay.label ||
      before.bay_class !== bay.bay_class ||
      JSON.stringify(inOrder(before.place)) !== JSON.stringify(inOrder(place))
    )
  }
  return {
    added: labelsOf(next.bays.filter(({ label }) => !known.has(sameLabel(label)))),
    changed: labelsOf(next.bays.filter(isChanged)),
    retired: labelsOf(now.bays.filter(({ label }) => !named.has(sameLabel(label)))),
  }
}

function inOrder(place: LotList['bays'][number]['place']) {
  return place && [place.x, place.y, place.width, place.height, place.rotation]
}
