/** The tables of a store in an order in which each comes after those that it refers to, and the order of their rows. */
export const tables = {
  store_state: 'id',
  site: 'id',
  opening_rule: 'kind, weekday, opens',
  closure: 'id',
  resource: 'id',
  service: 'id',
  lot_plan: 'id',
  user: 'id',
  session: 'token_hash',
  device: 'id',
  pairing_code: 'code_hash',
  clock_log: 'seq',
  tariff_version: 'number',
  quote: 'id',
  permit: 'id',
  booking: 'id',
  stay: 'id',
  allocation: 'rowid',
  wash_job: 'id',
  waitlist: 'id',
  help_call: 'id',
  shift: 'number',
  payment: 'rowid',
  cash_move: 'rowid',
  tender: 'rowid',
  discount: 'rowid',
  receipt: 'series, number',
  event: 'seq',
  event_personal: 'seq',
  notice: 'seq',
  notice_read: 'user_id, seq',
  notice_for: 'role, seq',
  request_once: 'principal, key',
  weekly_summary: 'first_date',
  weekly_settings: 'id',
  saved_filter: 'id',
} as const

export type Table = keyof typeof tables
export const tableNames = Object.keys(tables) as Table[]

/** Follows from the plates of other tables; each engine's triggers fill it. */
export const derivedTables: readonly string[] = ['plate_part']

/** As SQLite has it; truth is 0 or 1, JSON its text. */
export type Value = string | number | Uint8Array | null

/** All that a store holds, as it is at one moment. */
export interface WholeStore {
  columns(table: Table): Promise<readonly string[]>
  /** The rows of a table in the order of `tables`, some at a time; their values in that of `columns`. */
  pages(table: Table): AsyncIterable<readonly (readonly Value[])[]>
}
