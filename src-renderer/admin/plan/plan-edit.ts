import { baySizes } from '../../../src-shared/lot/bay-rows.ts'
import type { LotBayClass } from '../../../src-shared/lot/bay-state.ts'
import type { Direction, LaidBay, LotFeature, LotLayout, Outline } from '../../../src-shared/lot/lot-layout.ts'
import { snapToGrid } from '../../../src-shared/lot/snap-to-grid.ts'

/** Names one thing on the plan: a bay by its id, a feature by its place in the list. */
export type ItemKey = `bay:${string}` | `feature:${number}`

/** By keyboard a thing moves by so many dm; by pointer it snaps to so many. */
export const steps = { arrow: 1, stride: 10, snap: 5 } as const

export function itemKeys(layout: LotLayout): readonly ItemKey[] {
  return [
    ...layout.bays.map(({ id }) => `bay:${id}` as const),
    ...layout.features.map((_, index) => `feature:${index}` as const),
  ]
}

export function itemAt(layout: LotLayout, key: ItemKey): LaidBay | LotFeature | undefined {
  const [kind, name] = split(key)
  return kind === 'bay' ? layout.bays.find(({ id }) => id === name) : layout.features[Number(name)]
}

function split(key: ItemKey): readonly [string, string] {
  const at = key.indexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** The plan with one thing lying elsewhere, kept within the edges. */
export function withOutline(layout: LotLayout, key: ItemKey, change: Partial<Outline>): LotLayout {
  const fit = <Item extends Outline>(item: Item): Item => snapToGrid({ ...item, ...change }, 1, layout)
  return replaced(layout, key, fit, fit)
}

export function moved(layout: LotLayout, key: ItemKey, dx: number, dy: number): LotLayout {
  const item = itemAt(layout, key)
  return item === undefined ? layout : withOutline(layout, key, { x: item.x + dx, y: item.y + dy })
}

/** Dropped by the pointer: on the grid. */
export function dropped(layout: LotLayout, key: ItemKey, x: number, y: number): LotLayout {
  const fit = <Item extends Outline>(item: Item): Item => snapToGrid({ ...item, x, y }, steps.snap, layout)
  return replaced(layout, key, fit, fit)
}

const clockwise: Record<Direction, Direction> = { up: 'right', right: 'down', down: 'left', left: 'up' }
const quarter: Record<LaidBay['rotation'], LaidBay['rotation']> = { 0: 90, 90: 180, 180: 270, 270: 0 }

/** A quarter turn to the right, about the middle as far as whole decimetres allow. */
export function turned(layout: LotLayout, key: ItemKey): LotLayout {
  const turn = <Item extends Outline>(item: Item): Item => {
    const { x, y, width, height } = item
    const aside = Math.trunc((width - height) / 2)
    return snapToGrid({ ...item, x: x + aside, y: y - aside, width: height, height: width }, 1, layout)
  }
  return replaced(
    layout,
    key,
    (bay) => ({ ...turn(bay), rotation: quarter[bay.rotation] }),
    (feature) => {
      const next = turn(feature)
      return 'direction' in next && next.direction !== undefined
        ? { ...next, direction: clockwise[next.direction] }
        : next
    },
  )
}

export function removed(layout: LotLayout, key: ItemKey): LotLayout {
  const [kind, name] = split(key)
  return kind === 'bay'
    ? { ...layout, bays: layout.bays.filter(({ id }) => id !== name) }
    : { ...layout, features: layout.features.filter((_, index) => index !== Number(name)) }
}

export function withText(layout: LotLayout, key: ItemKey, text: string): LotLayout {
  return replaced(
    layout,
    key,
    (bay) => bay,
    (feature) => (feature.kind === 'text' && text !== '' ? { ...feature, text: text.slice(0, 40) } : feature),
  )
}

/** Where a new thing of a size would lie free of the bays: the first place from the top left; else that corner. */
export function freePlace(layout: LotLayout, width: number, height: number): { x: number; y: number } {
  for (let y = 0; y + height <= layout.height; y += steps.snap) {
    for (let x = 0; x + width <= layout.width; x += steps.snap) {
      const meets = layout.bays.some(
        (bay) => x < bay.x + bay.width && bay.x < x + width && y < bay.y + bay.height && bay.y < y + height,
      )
      if (!meets) return { x, y }
    }
  }
  return { x: 0, y: 0 }
}

/** Lays a run of bays side by side, in a row of its own below what is there when no free place is as wide. */
export function withBays(
  layout: LotLayout,
  bays: readonly { readonly id: string; readonly bayClass: LotBayClass }[],
): LotLayout {
  const first = bays[0]
  if (first === undefined) return layout
  const { width, depth } = baySizes[first.bayClass]
  const across = width * bays.length
  const roomy = { ...layout, width: Math.max(layout.width, across) }
  const { x, y } = freePlace(roomy, across, depth)
  const isFree = !roomy.bays.some(
    (bay) => x < bay.x + bay.width && bay.x < x + across && y < bay.y + bay.height && bay.y < y + depth,
  )
  const top = isFree ? y : roomy.height
  const laid = bays.map(({ id }, index) => ({
    id,
    x: x + index * width,
    y: top,
    width,
    height: depth,
    rotation: 0 as const,
  }))
  return { ...roomy, height: Math.max(roomy.height, top + depth), bays: [...roomy.bays, ...laid] }
}

const newFeatures: Record<LotFeature['kind'], LotFeature> = {
  lane: { kind: 'lane', x: 0, y: 0, width: 120, height: 58, direction: 'right' },
  entrance: { kind: 'entrance', x: 0, y: 0, width: 52, height: 24, direction: 'up' },
  exit: { kind: 'exit', x: 0, y: 0, width: 52, height: 24, direction: 'down' },
  wall: { kind: 'wall', x: 0, y: 0, width: 100, height: 4 },
  verge: { kind: 'verge', x: 0, y: 0, width: 60, height: 20 },
  wash_hall: { kind: 'wash_hall', x: 0, y: 0, width: 92, height: 76 },
  text: { kind: 'text', x: 0, y: 0, width: 60, height: 12, text: 'P' },
}

export function withFeature(layout: LotLayout, kind: LotFeature['kind']): LotLayout {
  const feature = newFeatures[kind]
  const size = { width: Math.min(feature.width, layout.width), height: Math.min(feature.height, layout.height) }
  return {
    ...layout,
    features: [...layout.features, { ...feature, ...size, ...freePlace(layout, size.width, size.height) }],
  }
}

function replaced(
  layout: LotLayout,
  key: ItemKey,
  bayTo: (bay: LaidBay) => LaidBay,
  featureTo: (feature: LotFeature) => LotFeature,
): LotLayout {
  const [kind, name] = split(key)
  return kind === 'bay'
    ? { ...layout, bays: layout.bays.map((bay) => (bay.id === name ? bayTo(bay) : bay)) }
    : {
        ...layout,
        features: layout.features.map((feature, index) => (index === Number(name) ? featureTo(feature) : feature)),
      }
}

/** What differs between two plans, in numbers. */
export function planDiff(before: LotLayout, after: LotLayout) {
  const places = new Map(before.bays.map((bay) => [bay.id, JSON.stringify(bay)]))
  const now = new Set(after.bays.map(({ id }) => id))
  return {
    added: after.bays.filter(({ id }) => !places.has(id)).length,
    moved: after.bays.filter((bay) => places.has(bay.id) && places.get(bay.id) !== JSON.stringify(bay)).length,
    removed: before.bays.filter(({ id }) => !now.has(id)).length,
    features: JSON.stringify(before.features) === JSON.stringify(after.features) ? 0 : 1,
  }
}
