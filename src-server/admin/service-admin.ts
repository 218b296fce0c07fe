import type { InferOutput } from 'valibot'
import type { AdminService, NewService, ServiceChange } from '../../src-shared/api/admin-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { actorOf } from '../identity/principal.ts'
import { newId } from '../ids/random.ts'
import type { ServiceRow } from '../store/store.ts'
import { changedMembers, changeSite, siteOf, type Admin, type AdminParts } from './admin-parts.ts'
import { versionOf } from './version.ts'

/** A service by the names of the wire. */
interface Seen {
  readonly name: string
  readonly description: string
  readonly duration_minutes: number
  readonly cleanup_minutes: number
  readonly price_minor: number
  readonly position: number
  readonly active: boolean
}

function seen(row: ServiceRow): Seen {
  const { name, description, position, active, durationMinutes, cleanupMinutes, priceMinor } = row
  return {
    name,
    description,
    duration_minutes: durationMinutes,
    cleanup_minutes: cleanupMinutes,
    price_minor: priceMinor,
    position,
    active,
  }
}

function wire(row: ServiceRow, currency: string): AdminService {
  const { price_minor: amount, ...rest } = seen(row)
  return { version: versionOf(seen(row)), id: row.id, ...rest, price: { amount_minor: amount, currency } }
}

/** What the wash offers. A booking keeps the price that it was made at. */
export class ServiceAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  list(): Promise<{ services: AdminService[] }> {
    return this.#parts.store.read(async (queries) => {
      const { currency } = await siteOf(queries)
      return { services: (await queries.everyService()).map((row) => wire(row, currency)) }
    })
  }

  async add(
    { pin, ...service }: InferOutput<typeof NewService> & { pin: string },
    by: Admin,
  ): Promise<AdminService | Refusal> {
    const refusal = await this.#parts.sessions.checkPin(by, pin)
    if (refusal !== undefined) return refusal
    return changeSite(this.#parts, 'services', async (tx) => {
      const known = await tx.everyService()
      if (known.some(({ name }) => isSame(name, service.name))) return refuse('name_taken')
      const row: ServiceRow = {
        id: newId(this.#parts.random),
        name: service.name,
        description: service.description,
        durationMinutes: service.duration_minutes,
        cleanupMinutes: service.cleanup_minutes,
        priceMinor: service.price_minor,
        position: Math.max(0, ...known.map(({ position }) => position)) + 1,
        active: true,
      }
      await tx.insertService(row)
      const { currency } = await siteOf(tx)
      const data = { ...seen(row), currency }
      await tx.appendEvent({ at: tx.at, kind: 'service.added', subject: row.id, actor: actorOf(by), data })
      return wire(row, currency)
    })
  }

  /** Another price asks for the PIN. Nothing that is booked changes. */
  async change(
    id: string,
    { version, pin, ...change }: InferOutput<typeof ServiceChange> & { pin?: string | undefined },
    by: Admin,
  ): Promise<AdminService | Refusal> {
    if (change.price_minor !== undefined) {
      if (pin === undefined) return refuse('pin_needed')
      const refusal = await this.#parts.sessions.checkPin(by, pin)
      if (refusal !== undefined) return refusal
    }
    return changeSite(this.#parts, 'services', async (tx) => {
      const known = await tx.everyService()
      const row = known.find((service) => service.id === id)
      if (row === undefined) return refuse('not_found')
      const before = seen(row)
      if (versionOf(before) !== version) return refuse('changed_meanwhile')
      const { name } = change
      if (name !== undefined && known.some((other) => other.id !== id && isSame(other.name, name))) {
        return refuse('name_taken')
      }
      const { currency } = await siteOf(tx)
      const data = changedMembers(before, change)
      if (data === undefined) return wire(row, currency)
      const after = rowOf(id, { ...before, ...given(change) })
      await tx.updateService(id, after)
      await tx.appendEvent({
        at: tx.at,
        kind: 'service.changed',
        subject: id,
        actor: actorOf(by),
        data: { ...data, currency },
      })
      return wire(after, currency)
    })
  }
}

function rowOf(id: string, { duration_minutes, cleanup_minutes, price_minor, ...rest }: Seen): ServiceRow {
  return {
    id,
    ...rest,
    durationMinutes: duration_minutes,
    cleanupMinutes: cleanup_minutes,
    priceMinor: price_minor,
  }
}

/** Only what the change names. */
function given(change: { [K in keyof Seen]?: Seen[K] | undefined }): Partial<Seen> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
