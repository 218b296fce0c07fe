import * as v from 'valibot'
import { Id } from '../api/fields.ts'

/** Whole decimetres on the lot's plan, from its top left corner; a plan is at most 2 km wide. */
const Place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000))
const Extent = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000))

const outline = { x: Place, y: Place, width: Extent, height: Extent }

/**
 * Where a bay lies. The outline is as drawn on the plan, already turned; the rotation, clockwise in degrees, says which
 * way a parked car looks: 0 up, 90 right, 180 down, 270 left. It drives in from the other side.
 */
export const LaidBay = v.object({ id: Id, ...outline, rotation: v.picklist([0, 90, 180, 270]) })
export type LaidBay = v.InferOutput<typeof LaidBay>

export const Direction = v.picklist(['up', 'right', 'down', 'left'])
export type Direction = v.InferOutput<typeof Direction>

/** What lies between the bays. A lane without a direction is driven both ways. */
export const LotFeature = v.variant('kind', [
  v.object({ kind: v.literal('lane'), ...outline, direction: v.optional(Direction) }),
  v.object({ kind: v.literal('entrance'), ...outline, direction: Direction }),
  v.object({ kind: v.literal('exit'), ...outline, direction: Direction }),
  v.object({ kind: v.literal('wall'), ...outline }),
  v.object({ kind: v.literal('verge'), ...outline }),
  v.object({ kind: v.literal('wash_hall'), ...outline }),
  v.object({ kind: v.literal('text'), ...outline, text: v.pipe(v.string(), v.minLength(1), v.maxLength(40)) }),
])
export type LotFeature = v.InferOutput<typeof LotFeature>

/** The plan of a lot. Features are drawn in their order, under the bays. */
export const LotLayout = v.object({
  width: Extent,
  height: Extent,
  bays: v.pipe(v.array(LaidBay), v.maxLength(2000)),
  features: v.pipe(v.array(LotFeature), v.maxLength(500)),
})
export type LotLayout = v.InferOutput<typeof LotLayout>

export interface Outline {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
