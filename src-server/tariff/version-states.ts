import type { TariffVersion } from '../../src-shared/api/tariff-schemas.ts'
import type { TariffVersionRow } from '../store/car-park-rows.ts'
import type { Ms } from '../store/store.ts'

type Row = Pick<TariffVersionRow, 'number' | 'validFrom'>

export interface VersionSpan {
  readonly state: TariffVersion['state']
  /** Where the next one follows; null for the last, and for one that is replaced. */
  readonly until: Ms | null
}

/** Where a version stands among all of them at an instant: the same rule as the store's `tariffAt`. */
export function versionSpan(version: Row, all: readonly Row[], now: Ms): VersionSpan {
  const { number, validFrom: from } = version
  const isReplaced = all.some((other) => other.validFrom === from && other.number > number)
  if (isReplaced) return { state: 'replaced', until: null }
  const later = all.map((other) => other.validFrom).filter((begin) => begin > from)
  const until = later.length === 0 ? null : Math.min(...later)
  if (from > now) return { state: 'coming', until }
  return { state: until === null || until > now ? 'in_force' : 'past', until }
}
