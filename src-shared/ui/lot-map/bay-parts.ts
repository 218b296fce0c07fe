import type { LaidBay, Outline } from '../../lot/lot-layout.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where the parts of a bay stand, in dm on the plan. Text is always upright, however the bay is turned. */
export interface BayParts {
  /** The coloured tile within the painted lines. */
  readonly tile: Outline
  /** At the mouth, where the label is painted on a real lot. */
  readonly label: Outline
  /** The state's letter, at the far end. */
  readonly badge: Point
  readonly symbol: Point
  /** Whether the symbol stands where a plate or a caption would, because the far end is too narrow for two. */
  readonly isNarrow: boolean
  /** Side of badge and symbol. */
  readonly mark: number
  /** All but the end with the label. */
  readonly standing: Outline
  /** For a plate or a caption. */
  readonly middle: Outline
  /** The three painted lines, open at the mouth. */
  readonly lines: string
}

const inset = 1
/** The width of a tile, in dm, in which two marks side by side cannot be read. */
const narrow = 18

/** Cuts a bay into the end where badge and symbol stand, the middle, and the end with the label. */
export function bayParts(bay: LaidBay): BayParts {
  const tile = shrink(bay, inset)
  const isUpright = bay.rotation === 0 || bay.rotation === 180
  const [across, along] = isUpright ? [tile.width, tile.height] : [tile.height, tile.width]
  // A letter that has to share a narrow end with a sign would be too small to read.
  const isNarrow = isUpright && across < narrow
  const mark = isNarrow ? across * 0.55 : Math.min(9, across * 0.38)
  const far = mark + (isNarrow ? 2 : 4)
  const near = isUpright ? Math.min(12, across * 0.55) : Math.min(20, along * 0.36)
  const slice = (from: number, length: number) => sliceFrom(tile, bay.rotation, from, length)
  const end = slice(0, far)
  const middle = slice(far, along - far - near)
  const [badge, symbol] = isNarrow ? [centre(end), centre(middle)] : pair(end, isUpright)
  return {
    isNarrow,
    tile,
    label: slice(along - near, near),
    standing: slice(0, along - near),
    badge,
    symbol,
    mark,
    middle,
    lines: openBox(bay),
  }
}

function shrink({ x, y, width, height }: Outline, by: number): Outline {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

/** A slice of the tile, counted from the end that a parked car looks at. */
function sliceFrom({ x, y, width, height }: Outline, rotation: LaidBay['rotation'], from: number, length: number) {
  if (rotation === 0) return { x, y: y + from, width, height: length }
  if (rotation === 180) return { x, y: y + height - from - length, width, height: length }
  if (rotation === 270) return { x: x + from, y, width: length, height }
  return { x: x + width - from - length, y, width: length, height }
}

function centre({ x, y, width, height }: Outline): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function pair({ x, y, width, height }: Outline, sideBySide: boolean): [Point, Point] {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  if (sideBySide)
    return [
      { x: x + width * 0.27, y: middleY },
      { x: x + width * 0.73, y: middleY },
    ]
  return [
    { x: middleX, y: y + height * 0.27 },
    { x: middleX, y: y + height * 0.73 },
  ]
}

function openBox({ x, y, width, height, rotation }: LaidBay): string {
  const [right, bottom] = [x + width, y + height]
  if (rotation === 0) return `M${x} ${bottom}V${y}H${right}V${bottom}`
  if (rotation === 180) return `M${x} ${y}V${bottom}H${right}V${y}`
  if (rotation === 270) return `M${right} ${y}H${x}V${bottom}H${right}`
  return `M${x} ${y}H${right}V${bottom}H${x}`
}
