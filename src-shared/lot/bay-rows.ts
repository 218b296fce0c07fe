import type { LotBayClass } from './bay-state.ts'

export interface BayToLay {
  readonly id: string
  readonly label: string
  readonly bayClass: LotBayClass
  /** Order among the bays of its kind. */
  readonly position: number
}

/** Bays of one kind side by side, in dm. A hall of wash bays is wider than its bays by its side walls. */
export interface Block {
  readonly bays: readonly BayToLay[]
  readonly bayClass: LotBayClass
  readonly width: number
  readonly depth: number
}

export interface Row {
  readonly blocks: readonly Block[]
  readonly width: number
  readonly depth: number
}

/** Width and depth of a bay, in dm. */
export const baySizes = {
  car: { width: 25, depth: 50 },
  suv: { width: 28, depth: 55 },
  two_wheeler: { width: 16, depth: 34 },
  accessible: { width: 36, depth: 50 },
  ev: { width: 28, depth: 50 },
  permit: { width: 25, depth: 50 },
  wash: { width: 40, depth: 60 },
} as const satisfies Record<LotBayClass, { width: number; depth: number }>

export const hall = { sideWall: 6, back: 16 } as const

/** Between two blocks of a row, in dm. */
export const blockGap = 10

/** Bays of one class and one first letter stand together, in their order; the wash comes last. */
export function groupBays(bays: readonly BayToLay[]): BayToLay[][] {
  const sorted = bays.toSorted(
    (one, other) =>
      Number(one.bayClass === 'wash') - Number(other.bayClass === 'wash') ||
      one.position - other.position ||
      one.label.localeCompare(other.label, 'en', { numeric: true }),
  )
  const groups: BayToLay[][] = []
  for (const bay of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && kindOf(first) === kindOf(bay)) group.push(bay)
    else groups.push([bay])
  }
  return groups
}

function kindOf({ bayClass, label }: BayToLay): string {
  return `${bayClass} ${label.replace(/[0-9].*$/, '')}`
}

/** Rows no wider than `limit` dm where a single bay allows it: groups in order, a long one cut into even parts. */
export function breakIntoRows(groups: readonly (readonly BayToLay[])[], limit: number): Row[] {
  const rows: Row[] = []
  for (const block of groups.flatMap((group) => cut(group, limit))) {
    const row = rows.at(-1)
    const width = row === undefined ? Infinity : row.width + blockGap + block.width
    if (row === undefined || width > limit) rows.push({ blocks: [block], width: block.width, depth: block.depth })
    else rows[rows.length - 1] = { blocks: [...row.blocks, block], width, depth: Math.max(row.depth, block.depth) }
  }
  return rows
}

function cut(group: readonly BayToLay[], limit: number): Block[] {
  let parts = 1
  while (parts < group.length && blockOf(group.slice(0, Math.ceil(group.length / parts))).width > limit) parts++
  const each = Math.ceil(group.length / parts)
  const blocks: Block[] = []
  for (let start = 0; start < group.length; start += each) blocks.push(blockOf(group.slice(start, start + each)))
  return blocks
}

function blockOf(bays: readonly BayToLay[]): Block {
  const bayClass = bays[0]?.bayClass ?? 'car'
  const size = baySizes[bayClass]
  const isHall = bayClass === 'wash'
  return {
    bays,
    bayClass,
    width: bays.length * size.width + (isHall ? 2 * hall.sideWall : 0),
    depth: size.depth + (isHall ? hall.back : 0),
  }
}
