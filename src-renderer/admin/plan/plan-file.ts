import * as v from 'valibot'
import { LaidBay, LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'

/** Bays are called by their labels, so that a plan can be taken to another installation. */
const PlanFile = v.object({
  kerbside_lot: v.literal(1),
  layout: v.object({
    ...LotLayout.entries,
    bays: v.pipe(v.array(v.object({ ...LaidBay.entries, id: v.pipe(v.string(), v.maxLength(64)) })), v.maxLength(2000)),
  }),
})

interface Labelled {
  readonly id: string
  readonly label: string
}

export function writePlanFile(layout: LotLayout, bays: readonly Labelled[]): string {
  const labels = new Map(bays.map(({ id, label }) => [id, label]))
  const named = layout.bays.map((bay) => ({ ...bay, id: labels.get(bay.id) ?? bay.id }))
  return `${JSON.stringify({ kerbside_lot: 1, layout: { ...layout, bays: named } }, null, 1)}\n`
}

/** @returns the plan with the bays that are here, and the labels that are not; undefined where it is no plan */
export function readPlanFile(
  text: string,
  bays: readonly Labelled[],
): { readonly layout: LotLayout; readonly unknown: readonly string[] } | undefined {
  const file = parseJson(PlanFile, text)
  if (file === undefined) return undefined
  const ids = new Map(bays.map(({ id, label }) => [label.toLowerCase(), id]))
  const known = file.layout.bays.flatMap((bay) => {
    const id = ids.get(bay.id.toLowerCase())
    return id === undefined ? [] : [{ ...bay, id }]
  })
  const unknown = file.layout.bays.map(({ id }) => id).filter((label) => !ids.has(label.toLowerCase()))
  return { layout: { ...file.layout, bays: known }, unknown }
}
