import type { AdminBay, BayChange, NewBays } from '../../src-shared/api/admin-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { InferOutput } from 'valibot'
import { actorOf } from '../identity/principal.ts'
import { newId } from '../ids/random.ts'
import type { ResourceRow, Transaction } from '../store/store.ts'
import { bayInUse } from './bay-use.ts'
import { changedMembers, changeSite, type Admin, type AdminParts } from './admin-parts.ts'
import { versionOf } from './version.ts'

function wire(row: ResourceRow): AdminBay {
  const { id, kind, label, bayClass, position, active, place } = row
  const seen = { label, bay_class: bayClass, position, active }
  return { version: versionOf(seen), id, kind, ...seen, placed: place !== null }
}

/** Bays and wash bays: added, renamed, retired. What happened on a bay keeps it, so none is ever deleted. */
export class BayAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  list(): Promise<{ bays: AdminBay[] }> {
    return this.#parts.store.read(async (queries) => ({ bays: (await queries.everyResource()).map(wire) }))
  }

  async add(request: InferOutput<typeof NewBays>, by: Admin): Promise<{ bays: AdminBay[] } | Refusal> {
    const { kind, labels } = request
    const bayClass = kind === 'bay' ? (request.bay_class ?? 'car') : null
    return changeSite(this.#parts, 'bays', async (tx) => {
      const known = await tx.everyResource()
      const taken = labels.filter(
        (label, index) => known.some((bay) => isSame(bay.label, label)) || labels.indexOf(label) !== index,
      )
      if (taken.length > 0) return refuse('name_taken', `there is already: ${taken.join(', ')}`, { names: taken })
      const last = Math.max(0, ...known.filter((bay) => bay.kind === kind).map((bay) => bay.position))
      const rows = labels.map((label, index): ResourceRow => {
        const id = newId(this.#parts.random)
        return { id, kind, label, bayClass, position: last + index + 1, active: true, place: null }
      })
      for (const row of rows) await tx.insertResource(row)
      const data = { kind, bay_class: bayClass, labels: labels.join(', ') }
      await tx.appendEvent({ at: tx.at, kind: 'bays.added', subject: 'site', actor: actorOf(by), data })
      return { bays: rows.map(wire) }
    })
  }

  /** A bay that somebody has or will have stays what it is; its name may change. */
  async change(
    id: string,
    { version, ...change }: InferOutput<typeof BayChange>,
    by: Admin,
  ): Promise<AdminBay | Refusal> {
    return changeSite(this.#parts, 'bays', async (tx) => {
      const row = await tx.resource(id)
      if (row === undefined) return refuse('not_found')
      const before = wire(row)
      if (before.version !== version) return refuse('changed_meanwhile')
      const refusal = await this.#refusal(tx, row, change)
      if (refusal !== undefined) return refusal
      const data = changedMembers(before, change)
      if (data !== undefined) {
        const { label, bay_class: bayClass, position, active } = change
        // A retired bay leaves the plan, so that another can lie in its place.
        const place = active === false ? { place: null } : {}
        await tx.updateResource(id, { ...defined({ label, bayClass, position, active }), ...place })
        await tx.appendEvent({ at: tx.at, kind: 'bay.changed', subject: id, actor: actorOf(by), data })
      }
      return wire((await tx.resource(id)) ?? row)
    })
  }

  async #refusal(
    tx: Transaction,
    row: ResourceRow,
    { label, bay_class: bayClass, active }: Omit<InferOutput<typeof BayChange>, 'version'>,
  ): Promise<Refusal | undefined> {
    if (label !== undefined && !isSame(label, row.label)) {
      const others = (await tx.everyResource()).filter((bay) => bay.id !== row.id)
      if (others.some((bay) => isSame(bay.label, label))) return refuse('name_taken', undefined, { names: [label] })
    }
    if (bayClass !== undefined && row.kind === 'wash_bay') {
      const errors = [{ path: 'body.bay_class', message: 'a wash bay has no class' }]
      return refuse('invalid_request', 'a wash bay has no class', { errors })
    }
    const changesUse = (active === false && row.active) || (bayClass !== undefined && bayClass !== row.bayClass)
    return changesUse ? bayInUse(tx, row, this.#parts.site.timezone) : undefined
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Only the members that are there. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
