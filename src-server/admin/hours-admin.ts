import type { AdminHours, Closure, ClosureRequest, StrandedBooking } from '../../src-shared/api/admin-schemas.ts'
import type { OpeningHours } from '../../src-shared/api/site-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { hoursProblems, type HoursProblem } from '../../src-shared/opening/hours-problems.ts'
import { actorOf } from '../identity/principal.ts'
import { newId } from '../ids/random.ts'
import { dateAt, plusDays } from '../site/site-calendar.ts'
import type { ClosureRow, OpeningRuleRow, Queries } from '../store/store.ts'
import { changeSite, type Admin, type AdminParts } from './admin-parts.ts'
import { strandedBookings, wireStranded } from './stranded-bookings.ts'
import { versionOf } from './version.ts'

const problemWords: Record<HoursProblem['kind'], string> = {
  no_time: 'must be a time of day as HH:MM, or 24:00 to close at midnight',
  ends_first: 'must close after it opens',
  overlap: 'must not overlap with another of the same day',
}

/** What keeps a list from being the hours of a week; undefined where nothing does. */
export function hoursRefusal(hours: readonly OpeningHours[]): Refusal | undefined {
  const errors = hoursProblems(hours).map(({ index, kind }) => ({
    path: `body.hours.${index}`,
    message: problemWords[kind],
  }))
  return errors.length === 0 ? undefined : refuse('invalid_request', 'these are no hours of a week', { errors })
}

function inOrder(hours: readonly OpeningHours[]): OpeningRuleRow[] {
  const key = ({ kind, weekday, opens }: OpeningHours) => `${kind} ${weekday} ${opens}`
  return hours.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** One line for the audit trail: `wash 1 09:00-12:00, …`. */
function inWords(rules: readonly OpeningRuleRow[]): string {
  return rules.map(({ kind, weekday, opens, closes }) => `${kind} ${weekday} ${opens}-${closes}`).join(', ')
}

function wireClosure({ id, kind, fromDate, toDate, reason }: ClosureRow): Closure {
  return { id, kind, from_date: fromDate, to_date: toDate, reason }
}

function closureRow(id: string, { kind, from_date, to_date, reason }: ClosureRequest): ClosureRow {
  return { id, kind, fromDate: from_date, toDate: to_date, reason }
}

function backwards({ from_date, to_date }: ClosureRequest): Refusal | undefined {
  if (to_date >= from_date) return undefined
  const errors = [{ path: 'body.to_date', message: 'must not lie before the first day' }]
  return refuse('invalid_request', 'a closure ends after it begins', { errors })
}

/** The weekly hours, and days on which they do not hold. Bookings are never cancelled by them. */
export class HoursAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  get(): Promise<AdminHours> {
    return this.#parts.store.read((queries) => this.#wire(queries, this.#parts.clock.now()))
  }

  async check(hours: readonly OpeningHours[]): Promise<{ stranded: StrandedBooking[] } | Refusal> {
    const refusal = hoursRefusal(hours)
    if (refusal !== undefined) return refusal
    const { store, clock } = this.#parts
    return store.read(async (queries) => ({ stranded: await this.#stranded(queries, clock.now(), { rules: hours }) }))
  }

  async change(
    { version, hours }: { version: string; hours: readonly OpeningHours[] },
    by: Admin,
  ): Promise<AdminHours | Refusal> {
    const refusal = hoursRefusal(hours)
    if (refusal !== undefined) return refusal
    return changeSite(this.#parts, 'hours', async (tx) => {
      const before = await tx.openingRules()
      if (versionOf(before) !== version) return refuse('changed_meanwhile')
      const after = inOrder(hours)
      await tx.clearOpeningRules()
      for (const rule of after) await tx.insertOpeningRule(rule)
      const data = { before: inWords(before), after: inWords(after) }
      await tx.appendEvent({ at: tx.at, kind: 'site.hours_changed', subject: 'site', actor: actorOf(by), data })
      return this.#wire(tx, tx.at)
    })
  }

  async closures(): Promise<{ closures: Closure[] }> {
    const rows = await this.#parts.store.read((queries) => queries.closures('0000-01-01', '9999-12-31'))
    return { closures: rows.map(wireClosure) }
  }

  async checkClosure(request: ClosureRequest): Promise<{ stranded: StrandedBooking[] } | Refusal> {
    const refusal = backwards(request)
    if (refusal !== undefined) return refusal
    const { store, clock } = this.#parts
    return store.read(async (queries) => ({ stranded: await this.#metBy(queries, clock.now(), request) }))
  }

  async close(
    request: ClosureRequest,
    by: Admin,
  ): Promise<{ closure: Closure; stranded: StrandedBooking[] } | Refusal> {
    const refusal = backwards(request)
    if (refusal !== undefined) return refusal
    return changeSite(this.#parts, 'hours', async (tx) => {
      const row = closureRow(newId(this.#parts.random), request)
      const stranded = await this.#metBy(tx, tx.at, request)
      await tx.insertClosure(row)
      const { kind, from_date, to_date, reason } = request
      const data = { kind, from_date, to_date, reason, stranded: stranded.length }
      await tx.appendEvent({ at: tx.at, kind: 'closure.added', subject: row.id, actor: actorOf(by), data })
      return { closure: wireClosure(row), stranded }
    })
  }

  async reopen(id: string, by: Admin): Promise<undefined | Refusal> {
    return changeSite(this.#parts, 'hours', async (tx) => {
      const row = (await tx.closures('0000-01-01', '9999-12-31')).find((closure) => closure.id === id)
      if (row === undefined) return refuse('not_found')
      await tx.deleteClosure(id)
      const { kind, from_date, to_date, reason } = wireClosure(row)
      const data = { kind, from_date, to_date, reason }
      await tx.appendEvent({ at: tx.at, kind: 'closure.removed', subject: id, actor: actorOf(by), data })
      return undefined
    })
  }

  async #wire(queries: Queries, now: number): Promise<AdminHours> {
    const rules = await queries.openingRules()
    return { version: versionOf(rules), hours: [...rules], stranded: await this.#stranded(queries, now, { rules }) }
  }

  async #stranded(
    queries: Queries,
    now: number,
    { rules, closures }: { rules?: readonly OpeningRuleRow[]; closures?: readonly ClosureRow[] },
  ): Promise<StrandedBooking[]> {
    const { timezone } = this.#parts.site
    const times = {
      rules: rules ?? (await queries.openingRules()),
      closures: closures ?? (await queries.closures(plusDays(dateAt(now, timezone), -2), '9999-12-31')),
      timezone,
    }
    return wireStranded(strandedBookings(await queries.comingBookings(now), times), timezone)
  }

  /** Those that a closure meets itself; what is outside the hours anyway is not of its making. */
  async #metBy(queries: Queries, now: number, request: ClosureRequest): Promise<StrandedBooking[]> {
    const without = new Set((await this.#stranded(queries, now, { closures: [] })).map(({ id }) => id))
    const met = await this.#stranded(queries, now, { closures: [closureRow('new', request)] })
    return met.filter(({ id }) => !without.has(id))
  }
}
