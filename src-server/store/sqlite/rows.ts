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
