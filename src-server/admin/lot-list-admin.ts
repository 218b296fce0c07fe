import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { LotList, LotListRead } from '../../src-shared/lot/lot-list.ts'
import { actorOf } from '../identity/principal.ts'
import type { Queries } from '../store/store.ts'
import { changeSite, type Admin, type AdminParts } from './admin-parts.ts'
import { listedLot, lotListRefusal, writeLot } from './lot-list-writes.ts'
import { versionOf } from './version.ts'

/** The lot as one list, to be taken away as a file and brought back. */
export class LotListAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  get(): Promise<LotListRead> {
    return this.#parts.store.read(wire)
  }

  /** All of it or nothing. */
  async replace(
    { version, lot }: { readonly version: string; readonly lot: LotList },
    by: Admin,
  ): Promise<LotListRead | Refusal> {
    const refusal = lotListRefusal(lot, 'body.lot')
    if (refusal !== undefined) return refusal
    const { random, site } = this.#parts
    return changeSite(this.#parts, 'bays', async (tx) => {
      if ((await wire(tx)).version !== version) return refuse('changed_meanwhile')
      const changes = await writeLot(tx, lot, { random, timezone: site.timezone, path: 'body.lot' })
      if (isRefusal(changes)) return changes
      const { added, changed, retired } = changes
      const data = {
        bays: lot.bays.length,
        added: added.join(', '),
        changed: changed.join(', '),
        retired: retired.join(', '),
        features: lot.plan?.features.length ?? null,
      }
      await tx.appendEvent({ at: tx.at, kind: 'lot.imported', subject: 'site', actor: actorOf(by), data })
      return wire(tx)
    })
  }
}

async function wire(queries: Queries): Promise<LotListRead> {
  const lot = await listedLot(queries)
  return { version: versionOf(lot), lot }
}
