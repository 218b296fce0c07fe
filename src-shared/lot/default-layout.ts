import { baySizes, blockGap, breakIntoRows, groupBays, hall, type BayToLay, type Block, type Row } from './bay-rows.ts'
import type { LaidBay, LotFeature, LotLayout } from './lot-layout.ts'

/** In dm: the road at each side, the lane between two rows, the kerb at the edge and between two rows back to back. */
const roadWidth = 52
const laneWidth = 58
const kerb = 8

/** Wider than high, as screens are, and not so wide that a tablet held upright shows a strip. */
const idealAspect = 1.3

/**
 * A plan for bays that nobody has placed yet: rows that face each other over one-way lanes, in by the road at the left, up,
 * through a lane, and down the road at the right. The same bays give the same plan, in whatever order they come.
 */
export function defaultLayout(bays: readonly BayToLay[]): LotLayout {
  const groups = groupBays(bays)
  const all = breakIntoRows(groups, Infinity)[0]?.width ?? 0
  let best = layRows(breakIntoRows(groups, all))
  for (let limit = all; limit > 60; limit = Math.floor(limit * 0.97)) {
    const plan = layRows(breakIntoRows(groups, limit))
    if (misfit(plan) < misfit(best)) best = plan
  }
  return best
}

function misfit({ width, height }: LotLayout): number {
  return Math.abs(Math.log(width / height / idealAspect))
}

function layRows(rows: readonly Row[]): LotLayout {
  const inner = Math.max(80, ...rows.map((row) => row.width))
  const width = inner + 2 * roadWidth
  const bays: LaidBay[] = []
  const verges: LotFeature[] = []
  const lanes: LotFeature[] = []
  const halls: LotFeature[] = []
  let y = kerb
  for (const [index, row] of rows.entries()) {
    const facesUp = index % 2 === 0
    verges.push({ kind: 'verge', x: roadWidth, y, width: inner, height: row.depth })
    let x = roadWidth + Math.floor((inner - row.width) / 2)
    for (const block of row.blocks) {
      const top = facesUp ? y + row.depth - block.depth : y
      if (block.bayClass === 'wash')
        halls.push({ kind: 'wash_hall', x, y: top, width: block.width, height: block.depth })
      bays.push(...layBlock(block, x, top, facesUp))
      x += block.width + blockGap
    }
    y += row.depth
    if (facesUp) {
      lanes.push({ kind: 'lane', x: roadWidth, y, width: inner, height: laneWidth, direction: 'right' })
      y += laneWidth
    } else if (index < rows.length - 1) {
      verges.push({ kind: 'verge', x: roadWidth, y, width: inner, height: kerb })
      y += kerb
    }
  }
  const height = Math.max(y + kerb, 120)
  const top = lanes[0]?.y ?? kerb
  return { width, height, bays, features: [...edges(width, height, top), ...verges, ...lanes, ...halls] }
}

/** The two roads, their gates at the lower edge, and the kerb around the rows. */
function edges(width: number, height: number, top: number): LotFeature[] {
  const gate = { y: height - 24, width: roadWidth, height: 24 }
  const right = width - roadWidth
  const road = { y: top, width: roadWidth, height: height - top - gate.height }
  return [
    { kind: 'verge', x: 0, y: 0, width, height: top },
    { kind: 'verge', x: roadWidth, y: height - kerb, width: width - 2 * roadWidth, height: kerb },
    { kind: 'lane', x: 0, ...road, direction: 'up' },
    { kind: 'lane', x: right, ...road, direction: 'down' },
    { kind: 'entrance', x: 0, ...gate, direction: 'up' },
    { kind: 'exit', x: right, ...gate, direction: 'down' },
  ]
}

/** A car looks away from its lane; the back wall of a hall stands at the far end of its bays. */
function layBlock(block: Block, left: number, top: number, facesUp: boolean): LaidBay[] {
  const { width, depth } = baySizes[block.bayClass]
  const isHall = block.bayClass === 'wash'
  return block.bays.map(({ id }, index) => ({
    id,
    x: left + (isHall ? hall.sideWall : 0) + index * width,
    y: top + (isHall && facesUp ? hall.back : 0),
    width,
    height: depth,
    rotation: facesUp ? 0 : 180,
  }))
}
