import { parseJson } from '../../src-shared/protocol/parse.ts'
import { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import type { TariffVersionRow } from '../store/car-park-rows.ts'

/** The plan that a version froze. @throws Error when the store holds something else: nothing must be priced by it */
export function storedPlan({ number, plan }: Pick<TariffVersionRow, 'number' | 'plan'>): TariffPlan {
  const parsed = parseJson(TariffPlan, plan)
  if (parsed === undefined) throw new Error(`the plan of tariff version ${number} is not of its form`)
  return parsed
}
