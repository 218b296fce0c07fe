import { demoTariff } from '../../../src-server/tariff/demo-tariff.ts'
import type { TariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import type { TariffPlan } from '../../../src-shared/tariff/tariff-plan.ts'
import { signIn, type StillServer } from '../../support/still-server.ts'
import type { Answer, Caller } from '../../support/caller.ts'

/** A plan in which each class pays so much for each hour, and nothing else is due. */
export function hourly(priceMinor: number): TariffPlan {
  const line = {
    kind: 'incrementing',
    from_minute: 0,
    to_minute: null,
    step_minutes: 60,
    price_minor: priceMinor,
  } as const
  const rates = demoTariff.rates.map(({ bay_classes }) => ({ bay_classes, lines: [line], daily_cap_minor: null }))
  return { ...demoTariff, rates, bands: [], entry_grace_minutes: 0 }
}

/** Asks for a new version with the demo's PIN. */
export function save(
  owner: Caller,
  valid_from: unknown,
  part: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return owner.post('/api/v1/tariffs', { name: 'New', valid_from, plan: hourly(100), pin: '2468', ...part })
}

export async function versions(caller: Caller): Promise<TariffVersion[]> {
  return ((await caller.get('/api/v1/tariffs')).json() as { versions: TariffVersion[] }).versions
}

/** The state of each version by number, newest first. */
export async function states(caller: Caller): Promise<string[]> {
  return (await versions(caller)).map(({ number, state }) => `${number} ${state}`)
}

/** The members that a refusal names. */
export function pathsOf(answer: Answer): string[] {
  return (answer.json() as { errors?: { path: string }[] }).errors?.map(({ path }) => path) ?? []
}

/** Lets days pass without a tick for each of their seconds, and signs the owner in anew: no session lasts so long. */
export async function jumpTo(
  still: StillServer,
  iso: string,
  account: { username: string; password: string },
): Promise<Caller> {
  still.world.stall(Date.parse(iso) - still.world.wallMs())
  return signIn(still, account)
}
