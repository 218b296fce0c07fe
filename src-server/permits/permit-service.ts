import type { NewPermit, Permit } from '../../src-shared/api/permit-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import type { Clock } from '../clock/clock.ts'
import { newId, type Random } from '../ids/random.ts'
import { dateAt, dayBounds, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { PermitRow } from '../store/car-park-rows.ts'
import type { Store, Transaction } from '../store/store.ts'

interface Parts {
  readonly store: Store
  readonly site: SiteService
  readonly clock: Clock
  readonly random: Random
}

export interface PermitList {
  readonly server_time: string
  /** The site's calendar day. */
  readonly today: string
  readonly permits: Permit[]
}

/** Who parks without paying. Permits are given by whole days of the site's calendar; the store keeps instants. */
export class PermitService {
  readonly #parts: Parts
  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The one that ends last first. */
  async list(): Promise<PermitList> {
    const { store, site, clock } = this.#parts
    const now = clock.now()
    const rows = await store.read((queries) => queries.permits())
    return {
      server_time: toSiteIso(now, site.timezone),
      today: dateAt(now, site.timezone),
      permits: rows.map((row) => permitWire(row, now, site.timezone)),
    }
  }

  async add(request: NewPermit, actor: string): Promise<Permit | Refusal> {
    const added = await this.#addAll([request], actor, () => 'body')
    return isRefusal(added) ? added : (added[0] ?? refuse('internal'))
  }

  /** All or none; a refusal names the first that is in the way by its place. */
  async import(requests: readonly NewPermit[], actor: string): Promise<{ permits: Permit[] } | Refusal> {
    const added = await this.#addAll(requests, actor, (index) => `body.permits.${index}`)
    return isRefusal(added) ? added : { permits: added }
  }

  async revoke(id: string, reason: string, actor: string): Promise<Permit | Refusal> {
    const { store, site } = this.#parts
    return store.write(async (tx) => {
      const permit = await tx.permit(id)
      if (permit === undefined) return refuse('not_found')
      if (permit.validTo <= tx.at || !(await tx.revokePermit(id, tx.at, reason))) return refuse('permit_over')
      const { plate } = permit
      const about = { data: { reason }, personal: { plate } }
      await tx.appendEvent({ at: tx.at, kind: 'permit.revoked', subject: id, actor, ...about })
      return permitWire({ ...permit, revokedAt: tx.at, revokedReason: reason }, tx.at, site.timezone)
    })
  }

  /** @param pathOf where a request stands in the body */
  async #addAll(
    requests: readonly NewPermit[],
    actor: string,
    pathOf: (index: number) => string,
  ): Promise<Permit[] | Refusal> {
    const { store, site, random } = this.#parts
    const { timezone } = site
    const rows = requests.map((request) => permitRow(request, newId(random), timezone))
    return store.write(async (tx) => {
      for (const [index, row] of rows.entries()) {
        const path = pathOf(index)
        // Those of the same request count as well.
        const others = [...(await tx.permitsBetween(row.plate, row.validFrom, row.validTo)), ...rows.slice(0, index)]
        const refusal = dayRefusal(row, tx.at, path) ?? overlapRefusal(row, others, path)
        if (refusal !== undefined) return refusal
      }
      for (const row of rows) await addPermit(tx, row, actor)
      return rows.map((row) => permitWire(row, tx.at, timezone))
    })
  }
}

/** Writes down a permit that is in nobody's way. */
export async function addPermit(tx: Transaction, row: PermitRow, actor: string): Promise<void> {
  await tx.insertPermit(row)
  const { id, plate, holder, bayClass, validFrom, validTo } = row
  const data = { bay_class: bayClass, valid_from: validFrom, valid_to: validTo }
  const personal = { plate, holder }
  await tx.appendEvent({ at: tx.at, kind: 'permit.added', subject: id, actor, data, personal })
}

function permitRow(request: NewPermit, id: string, timezone: string): PermitRow {
  const { holder, bay_class: bayClass, from_date: first, to_date: last } = request
  return {
    id,
    plate: normalisePlate(request.plate),
    holder,
    bayClass,
    validFrom: dayBounds(first, timezone).from,
    validTo: dayBounds(last, timezone).to,
    revokedAt: null,
    revokedReason: null,
  }
}

function dayRefusal({ validFrom, validTo }: PermitRow, now: number, path: string): Refusal | undefined {
  if (validTo <= validFrom) return refusedDay(`${path}.to_date`, 'must not be before the first day')
  return validTo <= now ? refusedDay(`${path}.to_date`, 'must not have passed') : undefined
}

function refusedDay(path: string, message: string): Refusal {
  return refuse('invalid_request', 'a permit ends after it begins, and not in the past', {
    errors: [{ path, message }],
  })
}

/** A plate has one permit at a time for a class of bay. */
function overlapRefusal(row: PermitRow, others: readonly PermitRow[], path: string): Refusal | undefined {
  const other = others.find(
    ({ plate, bayClass, validFrom, validTo }) =>
      plate === row.plate &&
      validFrom < row.validTo &&
      validTo > row.validFrom &&
      (bayClass === null || row.bayClass === null || bayClass === row.bayClass),
  )
  if (other === undefined) return undefined
  const errors = [{ path: `${path}.plate`, message: `has the permit of ${other.holder} then` }]
  return refuse('permit_exists', undefined, { errors })
}

/** A permit as lists show it. */
export function permitWire(row: PermitRow, now: number, timezone: string): Permit {
  return {
    id: row.id,
    plate: row.plate,
    holder: row.holder,
    bay_class: row.bayClass,
    state: permitState(row, now),
    from_date: dateAt(row.validFrom, timezone),
    to_date: dateAt(row.validTo - 1, timezone),
    revoked_at: row.revokedAt === null ? null : toSiteIso(row.revokedAt, timezone),
    revoked_reason: row.revokedReason,
  }
}

function permitState({ revokedAt, validFrom, validTo }: PermitRow, now: number): Permit['state'] {
  if (revokedAt !== null) return 'revoked'
  if (validTo <= now) return 'ended'
  return validFrom > now ? 'coming' : 'valid'
}
