import { createHash } from 'node:crypto'
import type {
  NewTariffVersion,
  TariffPreviewRequest,
  TariffPricesRequest,
  TariffVersion,
} from '../../src-shared/api/tariff-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { planProblems } from '../../src-shared/tariff/plan-problems.ts'
import { problemWords } from '../../src-shared/tariff/problem-words.ts'
import type { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { actorName } from '../identity/actor-name.ts'
import { newId, type Random } from '../ids/random.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { TariffVersionRow } from '../store/car-park-rows.ts'
import type { Queries, Store } from '../store/store.ts'
import { forMachines } from '../words/words.ts'
import { priceStay } from './price-stay.ts'
import { instantOfMoment } from './site-moment.ts'
import { storedPlan } from './stored-plan.ts'
import { versionSpan } from './version-states.ts'

const MINUTE = 60_000

interface Parts {
  readonly store: Store
  readonly site: SiteService
  readonly clock: Clock
  readonly random: Random
}

export interface TariffList {
  readonly server_time: string
  readonly versions: TariffVersion[]
}

export interface TariffPreview {
  readonly start: string
  readonly end: string
  readonly breakdown: Breakdown
}

/** Versions of the tariff, and what stays would cost by them. A version is written once and never changes. */
export class TariffService {
  readonly #parts: Parts
  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Newest first. */
  async list(): Promise<TariffList> {
    const { store, site, clock } = this.#parts
    const versions = await store.read(async (queries) => {
      const rows = await queries.tariffVersions()
      return Promise.all(rows.map((row) => this.#wire(queries, row, rows)))
    })
    return { server_time: toSiteIso(clock.now(), site.timezone), versions }
  }

  async get(id: string): Promise<TariffVersion | Refusal> {
    return this.#parts.store.read(async (queries) => {
      const row = await queries.tariffVersion(id)
      return row === undefined ? refuse('not_found') : this.#wire(queries, row, await queries.tariffVersions())
    })
  }

  /** The caller has been asked for the PIN. */
  async create(request: NewTariffVersion, actor: string): Promise<TariffVersion | Refusal> {
    const { store, site, clock, random } = this.#parts
    if (isClockUntrusted(clock)) return refuse('clock_untrusted')
    const refusal = planRefusal(request.plan)
    if (refusal !== undefined) return refusal
    const { valid_from: from } = request
    const wanted = from === 'now' ? from : instantOfMoment(from, site.timezone, 'body.valid_from')
    if (isRefusal(wanted)) return wanted
    const plan = JSON.stringify(request.plan)
    return store.write(async (tx) => {
      const validFrom = wanted === 'now' ? tx.at : wanted
      if (validFrom < tx.at) return refuse('tariff_in_the_past')
      const [newest] = await tx.tariffVersions()
      const number = (newest?.number ?? 0) + 1
      const { name } = request
      const row = { id: newId(random), number, name, validFrom, plan, createdAt: tx.at, createdBy: actor }
      await tx.insertTariffVersion(row)
      await tx.appendEvent({
        at: tx.at,
        kind: 'tariff.version_created',
        subject: row.id,
        actor,
        data: { number, name, valid_from: validFrom, plan_sha256: createHash('sha256').update(plan).digest('hex') },
      })
      return this.#wire(tx, row, await tx.tariffVersions(), tx.at)
    })
  }

  async preview(request: TariffPreviewRequest): Promise<TariffPreview | Refusal> {
    const { timezone } = this.#parts.site
    const start = instantOfMoment(request.start, timezone, 'body.start')
    if (isRefusal(start)) return start
    const { booked_until: booked } = request
    const bookedUntil = booked === undefined ? undefined : instantOfMoment(booked, timezone, 'body.booked_until')
    if (isRefusal(bookedUntil)) return bookedUntil
    const plan = await this.#askedPlan(request, start)
    if (isRefusal(plan)) return plan
    const end = start + request.minutes * MINUTE
    const { bay_class: bayClass, lost_ticket: lostTicket, permit } = request
    const stay = { plan, bayClass, enteredAt: start, leftAt: end, timezone, bookedUntil, lostTicket, permit }
    return { start: toSiteIso(start, timezone), end: toSiteIso(end, timezone), breakdown: priceStay(stay) }
  }

  async prices({ stays, ...asked }: TariffPricesRequest): Promise<{ totals_minor: number[] } | Refusal> {
    const { clock, site } = this.#parts
    const { timezone } = site
    const plan = await this.#askedPlan(asked, clock.now())
    if (isRefusal(plan)) return plan
    const totals: number[] = []
    for (const [index, { bay_class: bayClass, start, minutes }] of stays.entries()) {
      const enteredAt = instantOfMoment(start, timezone, `body.stays.${index}.start`)
      if (isRefusal(enteredAt)) return enteredAt
      const stay = { plan, bayClass, enteredAt, leftAt: enteredAt + minutes * MINUTE, timezone }
      totals.push(priceStay(stay).total_minor)
    }
    return { totals_minor: totals }
  }

  /** A draft, a version, or where neither is named the version in force at an instant. */
  async #askedPlan(
    { plan, version_id: id }: Pick<TariffPricesRequest, 'plan' | 'version_id'>,
    at: number,
  ): Promise<TariffPlan | Refusal> {
    if (plan !== undefined) {
      const both = id === undefined ? undefined : invalid('body.version_id', 'goes without a plan of one’s own')
      return both ?? planRefusal(plan) ?? plan
    }
    const row = await this.#parts.store.read((queries) =>
      id === undefined ? queries.tariffAt(at) : queries.tariffVersion(id),
    )
    return row === undefined ? refuse(id === undefined ? 'no_tariff' : 'not_found') : storedPlan(row)
  }

  async #wire(
    queries: Queries,
    row: TariffVersionRow,
    all: readonly TariffVersionRow[],
    now: number = this.#parts.clock.now(),
  ): Promise<TariffVersion> {
    const { timezone } = this.#parts.site
    const { state, until } = versionSpan(row, all, now)
    return {
      id: row.id,
      number: row.number,
      name: row.name,
      state,
      valid_from: row.validFrom === 0 ? null : toSiteIso(row.validFrom, timezone),
      valid_until: until === null ? null : toSiteIso(until, timezone),
      created_at: toSiteIso(row.createdAt, timezone),
      created_by: await actorName(queries, row.createdBy),
      plan: storedPlan(row),
    }
  }
}

/** Why a plan must not be priced, each error where it stands; warnings are the owner's to judge. */
function planRefusal(plan: TariffPlan): Refusal | undefined {
  const errors = planProblems(plan)
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({ path: `body.plan.${problem.path}`, message: problemWords(problem, forMachines) }))
  return errors.length === 0 ? undefined : refuse('invalid_request', 'the plan cannot be priced', { errors })
}

function invalid(path: string, message: string): Refusal {
  return refuse('invalid_request', 'some members do not go together', { errors: [{ path, message }] })
}
