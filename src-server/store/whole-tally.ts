import { createHash } from 'node:crypto'
import { tableNames, type Table, type Value, type WholeStore } from './whole-store.ts'

export interface TableTally {
  readonly rows: number
  /** SHA-256 over all its rows in their order, in hexadecimal. */
  readonly digest: string
  /** What its tenders come to, in minor units; of tenders only. */
  readonly sumMinor: number
}

/** Called after each lot of rows, and a last time with all of them. */
export type OnRows = (table: Table, rows: number, isAll: boolean) => void

/** Counts what another store hands out, whichever engine has it. */
export class WholeTally {
  readonly #tables = new Map<Table, TableTally>()

  /** The store itself, of which each table that is read to its end is counted along. */
  along(whole: WholeStore, onRows: OnRows = () => {}): WholeStore {
    const tables = this.#tables
    return {
      columns: (table) => whole.columns(table),
      async *pages(table) {
        const columns = await whole.columns(table)
        const order = columns.map((name, place) => ({ name, place })).sort((a, b) => (a.name < b.name ? -1 : 1))
        const amount = table === 'tender' ? columns.indexOf('amount_minor') : -1
        // The engines may have their columns in another order.
        const hash = createHash('sha256').update(JSON.stringify(order.map(({ name }) => name)))
        let rows = 0
        let sumMinor = 0
        for await (const page of whole.pages(table)) {
          for (const row of page) hash.update(JSON.stringify(order.map(({ place }) => row[place])))
          if (amount >= 0) sumMinor += sumOf(page, amount)
          rows += page.length
          onRows(table, rows, false)
          yield page
        }
        onRows(table, rows, true)
        tables.set(table, { rows, digest: hash.digest('hex'), sumMinor })
      },
    }
  }

  /** Reads all of a store for nothing but its figures. */
  static async of(whole: WholeStore): Promise<WholeTally> {
    const tally = new WholeTally()
    const read = tally.along(whole)
    for (const table of tableNames) for await (const _ of read.pages(table));
    return tally
  }

  /** @throws Error when the table was not read to its end */
  of(table: Table): TableTally {
    const found = this.#tables.get(table)
    if (found === undefined) throw new Error(`${table} was not read`)
    return found
  }
}

function sumOf(page: readonly (readonly Value[])[], place: number): number {
  return page.reduce((sum, row) => sum + Number(row[place]), 0)
}
