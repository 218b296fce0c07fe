import * as v from 'valibot'
import { defaultLayout } from '../../src-shared/lot/default-layout.ts'
import { LotFeature, type LotLayout } from '../../src-shared/lot/lot-layout.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { LotPlanRow, Queries, ResourceRow } from '../store/store.ts'

const Features = v.array(LotFeature)

/** The plan of the lot: as somebody drew it, or one made from the bays in use. */
export async function lotLayout(queries: Queries): Promise<{ readonly layout: LotLayout; readonly drawn: boolean }> {
  const bays = [...(await queries.resources('bay')), ...(await queries.resources('wash_bay'))]
  const plan = await queries.lotPlan()
  if (plan === undefined) return { layout: madeLayout(bays), drawn: false }
  const features = drawnFeatures(plan)
  const laid = bays.flatMap(({ id, place }) => (place === null ? [] : [{ id, ...place }]))
  return { layout: { width: plan.width, height: plan.height, bays: laid, features }, drawn: true }
}

/** What lies between the bays of a plan that somebody drew. */
export function drawnFeatures({ features }: LotPlanRow): LotFeature[] {
  const read = parseJson(Features, features)
  if (read === undefined) throw new Error('the plan of the lot cannot be read')
  return read
}

function madeLayout(bays: readonly ResourceRow[]): LotLayout {
  return defaultLayout(
    bays.map(({ id, label, bayClass, position, kind }) => ({
      id,
      label,
      position,
      bayClass: kind === 'wash_bay' ? 'wash' : (bayClass ?? 'car'),
    })),
  )
}
