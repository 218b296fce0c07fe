import { execFileSync } from 'node:child_process'
import type { Database } from 'better-sqlite3'

/** A whole table of a large test. */
const MOST_BYTES = 512 * 1024 * 1024

/** Asks one site of a database by PostgreSQL's own program, which answers at once as SQLite does. */
function ask(url: string, site: string, sql: string): string {
  const options = { PGOPTIONS: `-c kerbside.site=${site}`, PGCLIENTENCODING: 'UTF8' }
  const args = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set', 'ON_ERROR_STOP=1', '--dbname', url]
  const program = process.env['KERBSIDE_TEST_PSQL'] ?? 'psql'
  return execFileSync(program, [...args, '--command', sql], {
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    env: { ...process.env, ...options },
  })
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return 'NULL'
}

/** Truth is 1 or 0, and JSON its text, which is written without spaces. */
function asSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/** As much of better-sqlite3 as tests look at a store with. */
export function databaseLook(url: string, site: string): Database {
  const prepare = (text: string) => {
    const rows = (values: readonly unknown[]): Record<string, unknown>[] => {
      let place = 0
      const sql = text.replaceAll('?', () => literal(values[place++]))
      const answer = ask(url, site, `SELECT coalesce(json_agg(t), '[]') FROM (${sql}) AS t`)
      return (JSON.parse(answer) as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asSqlite(value)])),
      )
    }
    const first = (row: Record<string, unknown>) => Object.values(row)[0]
    return {
      all: (...values: unknown[]) => rows(values),
      get: (...values: unknown[]) => rows(values)[0],
      raw: () => ({ all: (...values: unknown[]) => rows(values).map((row) => Object.values(row)) }),
      pluck: () => ({
        all: (...values: unknown[]) => rows(values).map(first),
        get: (...values: unknown[]) => rows(values).map(first)[0],
      }),
    }
  }
  return { prepare } as unknown as Database
}

export function plantAcross(url: string, site: string, sql: string): void {
  ask(url, site, sql)
}
