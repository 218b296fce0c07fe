import type { Awaitable, Sql, Statement } from './sql.ts'

/**
 * Columns to fields: `SELECT` lists name each field once, in quotes, so that SQLite answers with the very names of the
 * row types and no second mapping can disagree with them.
 */
export function columns(map: Readonly<Record<string, string>>, table?: string): string {
  const prefix = table === undefined ? '' : `${table}.`
  return Object.entries(map)
    .map(([field, column]) => `${prefix}${column} AS "${field}"`)
    .join(', ')
}

/** A row's members as the store keeps them: truth as 0 or 1. */
export function bits(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : (value as unknown)]),
  )
}

/** An `INSERT` of a row by its field names; `extra` is appended, such as an `ON CONFLICT` clause. */
export function insertion(table: string, map: Readonly<Record<string, string>>, extra = ''): string {
  const names = Object.values(map).join(', ')
  const values = Object.keys(map).map((field) => `@${field}`)
  return `INSERT INTO ${table} (${names}) VALUES (${values.join(', ')}) ${extra}`
}

/**
 * Inserts rows as `insertion` does, by the places of their fields: to look each of them up by its name in C++ takes
 * longer than to write it down. For what is written with each booking.
 */
export function inserter<R extends object>(
  db: Sql,
  table: string,
  map: { readonly [field in keyof R]: string },
  extra = '',
): (row: R) => Awaitable<{ readonly changes: number }> {
  const fields = Object.keys(map) as (keyof R)[]
  const places = fields.map(() => '?').join(', ')
  const statement = db.prepare(`INSERT INTO ${table} (${Object.values(map).join(', ')}) VALUES (${places}) ${extra}`)
  return (row) => statement.run(fields.map((field) => row[field]))
}

/**
 * An `UPDATE` of the fields that a change names, of the row whose id is bound as `@id`.
 * @returns undefined when the change names nothing
 */
function update(table: string, map: Readonly<Record<string, string>>, change: object): string | undefined {
  const sets = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([field]) => `${map[field] ?? unknownField(table, field)} = @${field}`)
  return sets.length === 0 ? undefined : `UPDATE ${table} SET ${sets.join(', ')} WHERE id = @id`
}

/** Runs the `UPDATE` of a change, if there is one. Statements are prepared once for each set of fields that changes. */
export function updater(db: Sql, table: string, map: Readonly<Record<string, string>>) {
  const prepared = new Map<string, Statement>()
  return async (id: string | number, change: object): Promise<void> => {
    const sql = update(table, map, change)
    if (sql === undefined) return
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    await statement.run({ ...change, id })
  }
}

function unknownField(table: string, field: string): never {
  throw new TypeError(`${table} has no field ${field}`)
}
