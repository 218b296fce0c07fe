import * as v from 'valibot'
import { BayLabel, Version } from '../api/admin-schemas.ts'
import { LotBayClass } from './bay-state.ts'
import { LaidBay, LotFeature, LotLayout } from './lot-layout.ts'

const { id: _id, ...outline } = LaidBay.entries

/** Where a bay lies on the plan. */
export const LotPlace = v.strictObject(outline)
export type LotPlace = v.InferOutput<typeof LotPlace>

/** A bay by its label, in the order in which bays are listed and given. */
export const ListedBay = v.strictObject({
  label: BayLabel,
  bay_class: LotBayClass,
  /** Null: it lies nowhere on the plan. */
  place: v.nullable(LotPlace),
})
export type ListedBay = v.InferOutput<typeof ListedBay>

/** A whole lot by the labels of its bays, so that it can be taken to another installation. */
export const LotList = v.strictObject({
  bays: v.pipe(v.array(ListedBay), v.maxLength(2000)),
  /** The ground that the bays lie on; null where nobody has drawn any, and then no bay has a place. */
  plan: v.nullable(
    v.strictObject({
      width: LotLayout.entries.width,
      height: LotLayout.entries.height,
      features: v.pipe(v.array(LotFeature), v.maxLength(500)),
    }),
  ),
})
export type LotList = v.InferOutput<typeof LotList>

export const LotListRead = v.object({ version: Version, lot: LotList })
export type LotListRead = v.InferOutput<typeof LotListRead>

/** A lot of 2000 bays and 500 features fits, in bytes. */
export const LOT_LIST_LIMIT = 500_000

/** Labels that differ in their case alone are the same bay. */
export function sameLabel(label: string): string {
  return label.trim().toLowerCase()
}
