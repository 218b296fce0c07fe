import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { needs } from '../../support/needs.ts'
import { findPostgres } from '../../support/postgres-programs.ts'
import { TestPostgres } from '../../support/postgres.ts'

const found = await findPostgres()

/** Runs tests of the server once more, as they are, on a PostgreSQL of their own. @param load imports their files */
export async function onPostgres(load: () => Promise<unknown>): Promise<void> {
  const obstacles = found.obstacle === undefined ? [] : [found.obstacle]
  // Those that are not even read have no names to be skipped by.
  test.for(obstacles)('the same tests', (obstacle, context) => {
    needs(context, obstacle)
    expect.unreachable('there is an obstacle')
  })
  if (found.obstacle === undefined) await loadOn(found.folder, load)
}

async function loadOn(programs: string, load: () => Promise<unknown>): Promise<void> {
  let postgres: TestPostgres | undefined
  beforeAll(async () => {
    postgres = await TestPostgres.start(programs)
    process.env['KERBSIDE_TEST_PSQL'] = join(programs, 'psql')
    process.env['KERBSIDE_TEST_DATABASE_URL'] = await postgres.database()
  })
  afterAll(async () => {
    delete process.env['KERBSIDE_TEST_DATABASE_URL']
    await postgres?.remove()
  })
  await load()
}
