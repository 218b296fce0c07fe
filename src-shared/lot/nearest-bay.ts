import type { Direction, Outline } from './lot-layout.ts'

type Place = Outline & { readonly id: string }

/**
 * Where an arrow key leads from one bay: the nearest that lies wholly beyond its middle that way, and at most half
 * as far aside as ahead. What lies straight ahead wins over what is aside. Undefined at the lot's edge.
 */
export function nearestBay(bays: readonly Place[], fromId: string, direction: Direction): string | undefined {
  const from = bays.find((bay) => bay.id === fromId)
  if (from === undefined) return undefined
  const turned = turn(from, direction)
  let best: { id: string; far: number } | undefined
  for (const bay of bays) {
    if (bay.id === fromId) continue
    const far = distanceRight(turned, turn(bay, direction))
    if (far !== undefined && (best === undefined || far < best.far)) best = { id: bay.id, far }
  }
  return best?.id
}

/** Turns the plan so that the way asked for is to the right. */
function turn({ x, y, width, height }: Outline, direction: Direction): Outline {
  if (direction === 'right') return { x, y, width, height }
  if (direction === 'left') return { x: -x - width, y, width, height }
  if (direction === 'down') return { x: y, y: x, width: height, height: width }
  return { x: -y - height, y: x, width: height, height: width }
}

function distanceRight(from: Outline, to: Outline): number | undefined {
  if (to.x < from.x + from.width / 2) return undefined
  const ahead = Math.max(0, to.x - from.x - from.width)
  const aside = Math.max(0, to.y - from.y - from.height, from.y - to.y - to.height)
  if (2 * aside > ahead) return undefined
  const offMiddle = Math.abs(to.y + to.height / 2 - from.y - from.height / 2)
  return ahead + 2 * aside + offMiddle / 4
}
