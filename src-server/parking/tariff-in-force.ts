import { parseJson } from '../../src-shared/protocol/parse.ts'
import { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { remembered } from '../site/remembered.ts'
import type { TariffVersionRow } from '../store/car-park-rows.ts'
import type { Ms, Queries } from '../store/store.ts'

/** A version of the tariff with its plan, ready to price by. */
export interface Tariff {
  readonly version: TariffVersionRow
  readonly plan: TariffPlan
}

/** The tariff in force at an instant, for a stay the instant of its entry; undefined where none had begun. */
export async function tariffInForce(queries: Queries, at: Ms): Promise<Tariff | undefined> {
  const version = await queries.tariffAt(at)
  return version && withPlan(version)
}

/** A version by its id. */
export async function tariffById(queries: Queries, id: string): Promise<Tariff> {
  const version = await queries.tariffVersion(id)
  if (version === undefined) throw new Error(`tariff version ${id} is gone`)
  return withPlan(version)
}

function withPlan(version: TariffVersionRow): Tariff {
  return { version, plan: planOf(version.plan, version.number) }
}

/** Read once: a version never changes. */
const planOf = remembered((text: string, version: number): TariffPlan => {
  const plan = parseJson(TariffPlan, text)
  if (plan === undefined) throw new Error(`the plan of tariff version ${version} is not of its form`)
  return plan
})
