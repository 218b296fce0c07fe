import pg, { type CustomTypesConfig } from 'pg'

const { builtins } = pg.types

/**
 * What comes back is what SQLite would answer: instants and sums are numbers, truth is 1 or 0, JSON is its text.
 * Instants in ms and sums in minor units are whole numbers far below 2^53.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [builtins.JSON, String],
  [builtins.JSONB, String],
])

export const ownTypes: CustomTypesConfig = {
  getTypeParser: (type) => parsers.get(type) ?? (pg.types.getTypeParser(type) as (text: string) => unknown),
}
