import * as v from 'valibot'
import type { Role } from '../../src-shared/api/fields.ts'
import {
  MOST_SAVED_FILTERS,
  SavedFilter,
  type FilteredScreen,
  type NewSavedFilter,
  type SavedFilterChange,
} from '../../src-shared/api/saved-filter-schemas.ts'
import { houseRoutes } from '../../src-shared/api/staff/house-routes.ts'
import { moneyRoutes } from '../../src-shared/api/staff/money-routes.ts'
import { reportRoutes } from '../../src-shared/api/staff/report-routes.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { IdentityParts } from '../identity/identity-parts.ts'
import { newId } from '../ids/random.ts'
import type { SavedFilterRow } from '../store/filter-rows.ts'
import type { Transaction } from '../store/store.ts'

export interface FilterOwner {
  readonly id: string
  readonly role: Role
}

/** Who has the list that a filter narrows, by the route that answers it. */
const seenBy: Readonly<Record<FilteredScreen, readonly Role[]>> = {
  reports: reportRoutes['GET /api/v1/reports'].access.staff,
  bookings: houseRoutes['GET /api/v1/bookings'].access.staff,
  receipts: moneyRoutes['GET /api/v1/receipts'].access.staff,
  audit: reportRoutes['GET /api/v1/audit/events'].access.staff,
}

/**
 * What somebody has their lists narrowed to, by names of their own. It is a convenience of one person and moves nothing,
 * so it leaves no line in the trail.
 */
export class FilterService {
  readonly #parts: Pick<IdentityParts, 'store' | 'random' | 'failures'>
  constructor(parts: Pick<IdentityParts, 'store' | 'random' | 'failures'>) {
    this.#parts = parts
  }

  /** Those of screens that the account has not any more wait until it has them again. */
  async list(owner: FilterOwner): Promise<{ filters: SavedFilter[] }> {
    const rows = await this.#parts.store.read((queries) => queries.savedFilters(owner.id))
    return { filters: rows.filter(({ screen }) => seenBy[screen].includes(owner.role)).flatMap(toWire) }
  }

  save(wanted: NewSavedFilter, owner: FilterOwner): Promise<SavedFilter | Refusal> {
    const { screen, name, narrowed, is_default: isDefault } = wanted
    return this.#write(owner, async (tx, own) => {
      if (!seenBy[screen].includes(owner.role)) return refuse('forbidden')
      const others = own.filter((row) => row.screen === screen)
      if (others.length >= MOST_SAVED_FILTERS)
        return refuse('invalid_state', `at most ${MOST_SAVED_FILTERS} for a screen`)
      if (others.some((row) => isSame(row.name, name))) return refuse('name_taken')
      const id = newId(this.#parts.random)
      await tx.insertSavedFilter({
        ...{ id, userId: owner.id, screen, name, isDefault: false },
        narrowed: JSON.stringify(narrowed),
      })
      if (isDefault) await tx.setDefaultFilter(owner.id, screen, id)
      return { ...wanted, id }
    })
  }

  change(
    id: string,
    { name, is_default: isDefault }: v.InferOutput<typeof SavedFilterChange>,
    owner: FilterOwner,
  ): Promise<SavedFilter | Refusal> {
    return this.#write(owner, async (tx, own) => {
      const row = own.find((one) => one.id === id)
      const wire = row && toWire(row)[0]
      if (row === undefined || wire === undefined) return refuse('not_found')
      const isTaken = own.some((other) => other.id !== id && other.screen === row.screen && isSame(other.name, name))
      if (isTaken) return refuse('name_taken')
      if (name !== undefined) await tx.renameSavedFilter(id, name)
      if (isDefault !== undefined && isDefault !== row.isDefault)
        await tx.setDefaultFilter(owner.id, row.screen, isDefault ? id : undefined)
      return { ...wire, name: name ?? row.name, is_default: isDefault ?? row.isDefault }
    })
  }

  /** Somebody else's is as unknown as one that never was. */
  remove(id: string, owner: FilterOwner): Promise<undefined | Refusal> {
    return this.#write(owner, async (tx, own) => {
      if (!own.some((row) => row.id === id)) return refuse('not_found')
      await tx.deleteSavedFilter(id)
      return undefined
    })
  }

  /** Each write counts, right or wrong: no page has a reason to save all day long. */
  async #write<T>(
    { id }: FilterOwner,
    work: (tx: Transaction, own: readonly SavedFilterRow[]) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const limit = { saveByUser: id }
    if (this.#parts.failures.isBlocked(limit)) return refuse('rate_limited')
    this.#parts.failures.add(limit)
    return this.#parts.store.write(async (tx) => work(tx, await tx.savedFilters(id)))
  }
}

/** One of a form that this version does not know any more is passed over. */
function toWire({ id, screen, name, narrowed, isDefault }: SavedFilterRow): SavedFilter[] {
  const kept = parseJson(v.unknown(), narrowed)
  const filter = v.safeParse(SavedFilter, { id, screen, name, narrowed: kept, is_default: isDefault })
  return filter.success ? [filter.output] : []
}

/** Two names that a reader takes for one. */
function isSame(one: string, other: string | undefined): boolean {
  return other !== undefined && one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0
}
