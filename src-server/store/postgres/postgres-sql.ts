import type { QueryResult } from 'pg'
import type { Sql, Statement } from '../sql/sql.ts'
import { ownTypes } from './own-types.ts'

/** What a statement is sent over: a connection, or a pool of them. */
export interface Queryable {
  query(config: {
    readonly name?: string
    readonly text: string
    readonly values?: unknown[]
    readonly rowMode?: 'array'
    readonly types?: typeof ownTypes
    /** ms within which it has to be answered; those of the connection otherwise. */
    readonly query_timeout?: number
  }): Promise<QueryResult>
}

/** Says what asks for nothing, such as where a transaction begins and ends. */
export async function say(connection: Queryable, text: string): Promise<void> {
  await connection.query({ text })
}

/** What is asked of a whole site may take as long as it has rows. */
const PATIENT_MS = 3_600_000

/** Says what takes its time. */
export async function sayPatiently(connection: Queryable, text: string): Promise<void> {
  await connection.query({ text, query_timeout: PATIENT_MS })
}

/** A statement as it is sent: PostgreSQL numbers its parameters, and knows no names. */
interface Parsed {
  /** The text between the parameters. */
  readonly pieces: readonly string[]
  /** The parameter after each piece but the last: its place, or its name. */
  readonly parameters: readonly (number | string)[]
}

/** Texts and names in quotes, which are no parameters; or a parameter. */
const TOKEN = /'(?:[^']|'')*'|"[^"]*"|\?|@(\w+)/g

export function parseStatement(text: string): Parsed {
  const pieces: string[] = []
  const parameters: (number | string)[] = []
  let from = 0
  let places = 0
  for (const token of text.matchAll(TOKEN)) {
    const [found, name] = token
    if (found !== '?' && name === undefined) continue
    pieces.push(text.slice(from, token.index))
    parameters.push(name ?? places++)
    from = token.index + found.length
  }
  pieces.push(text.slice(from))
  return { pieces, parameters }
}

/** Said of each number: PostgreSQL takes what it knows nothing of for text, which cannot be reckoned with. */
function castOf(value: unknown): string {
  if (typeof value !== 'number') return ''
  return Number.isInteger(value) ? '::bigint' : '::double precision'
}

/** A statement with its values. The same name, wherever it stands, is the same parameter. */
function bind({ pieces, parameters }: Parsed, given: readonly unknown[]): { text: string; values: unknown[] } {
  const valueOf = valuesOf(given)
  const values: unknown[] = []
  const numbers = new Map<number | string, string>()
  const text = pieces.map((piece, index) => {
    const parameter = parameters[index]
    if (parameter === undefined) return piece
    let number = numbers.get(parameter)
    if (number === undefined) {
      const value = valueOf(parameter)
      values.push(value instanceof Uint8Array ? Buffer.from(value) : value)
      number = `$${values.length}${castOf(value)}`
      numbers.set(parameter, number)
    }
    return piece + number
  })
  return { text: text.join(''), values }
}

/** As better-sqlite3 takes them: by place, all in one array, or by name in one object. */
function valuesOf(given: readonly unknown[]): (parameter: number | string) => unknown {
  const [first] = given
  const places = Array.isArray(first) ? (first as unknown[]) : given
  const isNamed = typeof first === 'object' && first !== null && !Array.isArray(first) && !(first instanceof Uint8Array)
  const names = isNamed ? (first as Record<string, unknown>) : {}
  return (parameter) => {
    const value = typeof parameter === 'number' ? places[parameter] : names[parameter]
    if (value === undefined) throw new RangeError(`no value for the parameter ${parameter}`)
    return value
  }
}

/** Statements are planned once for each connection, under a name that is the same wherever their text is. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `k${names.size}`
  names.set(text, name)
  return name
}

/** A connection to PostgreSQL as the statements of `store/sql` ask it. */
export function postgresSql(connection: Queryable): Sql {
  return {
    keyed: 'site_id, ',
    prepare<P extends unknown[], R>(text: string): Statement<P, R> {
      const parsed = parseStatement(text)
      const ask = (given: readonly unknown[], rowMode?: 'array') => {
        const bound = bind(parsed, given)
        const config = { ...bound, name: nameOf(bound.text), types: ownTypes }
        return connection.query(rowMode === undefined ? config : { ...config, rowMode })
      }
      return {
        get: async (...given) => (await ask(given)).rows[0] as R | undefined,
        all: async (...given) => (await ask(given)).rows as R[],
        run: async (...given) => ({ changes: (await ask(given)).rowCount ?? 0 }),
        pluck() {
          const column = async (given: readonly unknown[]) =>
            (await ask(given, 'array')).rows.map((row) => (row as unknown[])[0] as R)
          return {
            ...this,
            get: async (...given) => (await column(given))[0],
            all: async (...given) => column(given),
          }
        },
      }
    },
  }
}
