import type { Gap, Ms } from '../store.ts'
import type { BayKeeper } from '../sql/booking-writes.ts'
import type { Awaitable } from '../sql/sql.ts'
import { isOverlap } from './database-trouble.ts'
import { ownTypes } from './own-types.ts'
import { say, type Queryable } from './postgres-sql.ts'

interface Busy {
  readonly bayId: string
  readonly from: Ms
  readonly to: Ms
}

const NEAR = `SELECT resource_id AS "bayId", busy_from AS "from", busy_to AS "to" FROM allocation
  WHERE resource_id = ANY($1) AND state IN ('held', 'confirmed', 'in_use', 'blocked') AND busy && int8range($2, $3)`

/** Who has which bay, asked of the database each time: other servers change it, too. */
export class PostgresBays implements BayKeeper {
  readonly #connection: Queryable

  constructor(connection: Queryable) {
    this.#connection = connection
  }

  async gapsAround(
    bayIds: readonly string[],
    from: Ms,
    to: Ms,
    reachMs: number,
  ): Promise<readonly (Gap | undefined)[]> {
    const values = [bayIds, Math.floor(from - reachMs), Math.ceil(to + reachMs)]
    const { rows } = await this.#connection.query({ name: 'bays_near', text: NEAR, values, types: ownTypes })
    const byBay = new Map<string, Busy[]>()
    for (const row of rows as Busy[]) byBay.set(row.bayId, [...(byBay.get(row.bayId) ?? []), row])
    return bayIds.map((bayId) => gapIn(byBay.get(bayId) ?? [], from, to))
  }

  async unlessTaken(write: () => Awaitable<unknown>): Promise<boolean> {
    await say(this.#connection, 'SAVEPOINT bay')
    try {
      await write()
      await say(this.#connection, 'RELEASE bay')
      return true
    } catch (error) {
      if (!isOverlap(error)) throw error
      await say(this.#connection, 'ROLLBACK TO bay; RELEASE bay')
      return false
    }
  }

  /** Nothing is remembered here. */
  add(): void {}
  forgetBay(): void {}
}

/** @param near what is live within reach of [from, to) on one bay */
function gapIn(near: readonly Busy[], from: Ms, to: Ms): Gap | undefined {
  if (near.some((busy) => busy.from < to && busy.to > from)) return undefined
  return {
    from: Math.max(-Infinity, ...near.filter((busy) => busy.to <= from).map((busy) => busy.to)),
    to: Math.min(Infinity, ...near.filter((busy) => busy.from >= to).map((busy) => busy.from)),
  }
}
