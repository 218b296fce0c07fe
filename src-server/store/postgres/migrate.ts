import type { ClientBase } from 'pg'
import { StoreOpenError } from '../store.ts'
import { migrations } from './migrations/index.ts'

/** Servers that start together bring the schema up to date one after the other. Any number that nobody else locks. */
const MIGRATING = 0x6b_65_72_62

/**
 * Brings a database's schema up to date, all of it in one transaction.
 * @throws StoreOpenError when a newer Kerbside has written the database, or its role may not do that
 */
export async function migrate(client: ClientBase, steps: readonly string[] = migrations): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING])
    const role = await client.query<{ bypasses: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
    )
    if (role.rows[0]?.bypasses === true) throw new StoreOpenError(ROLE_SEES_ALL)
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (step integer PRIMARY KEY)')
    const found = await client.query<{ last: number | null }>('SELECT max(step) AS last FROM schema_version')
    const version = found.rows[0]?.last ?? 0
    if (version > steps.length) throw newerSchema(version, steps.length)
    for (const [index, step] of steps.entries()) {
      if (index < version) continue
      await client.query(step)
      await client.query('INSERT INTO schema_version VALUES ($1)', [index + 1])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

const ROLE_SEES_ALL =
  'The role of KERBSIDE_DATABASE_URL passes over row level security, which keeps the sites of a database apart. ' +
  'Give Kerbside a role of its own that is neither superuser nor has BYPASSRLS, and owns the database.'

function newerSchema(version: number, known: number): StoreOpenError {
  return new StoreOpenError(
    `The database was written by a newer Kerbside (schema ${version}; this one knows ${known}). ` +
      'Install that version again. Nothing was changed.',
  )
}
