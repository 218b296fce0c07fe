import { baySizes, blockGap, breakIntoRows, groupBays, hall, type BayToLay, type Block, type Row } from './bay-rows.ts'
import type { LaidBay, LotFeature, LotLayout } from './lot-layout.ts'

/** In dm: the road at each side, the lane between two rows, the kerb at the edge and between two rows back to back. */
const roadWidth = 52
const laneWidth = 58
const kerb = 8
const gateDepth = 24

/** Wider than high, as screens are, and not so wide that a tablet held upright shows a strip. */
const idealAspect = 1.3

/**
 * A plan for bays that nobody has placed yet: rows that face each other over one-way lanes, in by the road at the left, up,
 * through a lane, and down the road at the right. The same bays give the same plan, in whatever order they come.
 */
export function defaultLayout(bays: readonly BayToLay[]): LotLayout {
  const groups = groupBays(bays)
  const widest = breakIntoRows(groups, Infinity)[0]?.width ?? 0
  let best = breakIntoRows(groups, widest)
  for (let limit = widest; limit > 60; limit = Math.floor(limit * 0.97)) {
    const rows = breakIntoRows(groups, limit)
    if (misfit(rows) < misfit(best)) best = rows
  }
  return layRows(best)
}

/** How far the plan is from the ideal aspect, and how much of its rows stays empty; less is better. */
function misfit(rows: readonly Row[]): number {
  const { width, height } = layRows(rows)
  const filled = rows.reduce((sum, row) => sum + row.width, 0) / (Math.max(1, rows.length) * (width - 2 * roadWidth))
  return Math.abs(Math.log(width / height / idealAspect)) + 1.5 * (1 - filled)
}

function layRows(rows: readonly Row[]): LotLayout {
  const inner = Math.max(80, ...rows.map((row) => row.width))
  const width = inner + 2 * roadWidth
  const bays: LaidBay[] = []
  const halls: LotFeature[] = []
  const laneTops: number[] = []
  let y = kerb
  for (const [index, row] of rows.entries()) {
    const looksUp = index % 2 === 0
    let x = roadWidth + Math.floor((inner - row.width) / 2)
    for (const block of row.blocks) {
      const top = looksUp ? y + row.depth - block.depth : y
      if (block.bayClass === 'wash')
        halls.push({ kind: 'wash_hall', x, y: top, width: block.width, height: block.depth })
      bays.push(...layBlock(block, x, top, looksUp))
      x += block.width + blockGap
    }
    y += row.depth
    if (looksUp) laneTops.push(y)
    y += looksUp ? laneWidth : kerb
  }
  // The last row's kerb is counted already where it looks down; a lane at the end has its own.
  const height = Math.max(rows.length % 2 === 0 ? y : y + kerb, 120)
  return { width, height, bays, features: [...roads(width, height, laneTops), ...halls] }
}

/** Lanes with the islands between them, and the two roads with their gates at the lower edge. */
function roads(width: number, height: number, laneTops: readonly number[]): LotFeature[] {
  const inner = { x: roadWidth, width: width - 2 * roadWidth }
  const top = laneTops[0] ?? kerb
  const gate = { y: height - gateDepth, width: roadWidth, height: gateDepth }
  const road = { y: top, width: roadWidth, height: height - top - gateDepth }
  const right = width - roadWidth
  return [
    { kind: 'verge', x: 0, y: 0, width, height: top },
    ...laneTops.flatMap((y, index): LotFeature[] => {
      const bottom = y + laneWidth
      return [
        { kind: 'lane', ...inner, y, height: laneWidth, direction: 'right' },
        { kind: 'verge', ...inner, y: bottom, height: (laneTops[index + 1] ?? height) - bottom },
      ]
    }),
    { kind: 'lane', x: 0, ...road, direction: 'up' },
    { kind: 'lane', x: right, ...road, direction: 'down' },
    { kind: 'entrance', x: 0, ...gate, direction: 'up' },
    { kind: 'exit', x: right, ...gate, direction: 'down' },
  ]
}

/** A car looks away from its lane; the back wall of a hall stands at the far end of its bays. */
function layBlock(block: Block, left: number, top: number, looksUp: boolean): LaidBay[] {
  const { width, depth } = baySizes[block.bayClass]
  const isHall = block.bayClass === 'wash'
  return block.bays.map(({ id }, index) => ({
    id,
    x: left + (isHall ? hall.sideWall : 0) + index * width,
    y: top + (isHall && looksUp ? hall.back : 0),
    width,
    height: depth,
    rotation: looksUp ? 0 : 180,
  }))
}
