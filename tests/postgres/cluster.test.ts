import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { needs } from '../support/needs.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'

const found = await findPostgres()

describe('a cluster of a test’s own', () => {
  let postgres: TestPostgres
  let url: string

  beforeAll(async () => {
    if (found.obstacle === undefined) postgres = await TestPostgres.start(found.folder)
  })
  beforeEach(async (context) => {
    needs(context, found.obstacle)
    url = await postgres.database()
  })
  afterAll(() => postgres?.remove())

  const query = (sql: string) => postgres.query(url, sql)
  const store = (plate: string) => query(`CREATE TABLE car (plate text); INSERT INTO car VALUES ('${plate}')`)

  it('has a database whose owner is no superuser, and can have no two bookings of a bay at once', async () => {
    const role = 'SELECT current_user, rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user'
    expect(await query(role)).toBe('kerbside|f|f')
    await query('CREATE TABLE slot (bay text, during tstzrange, EXCLUDE USING gist (bay WITH =, during WITH &&))')
    const book = () => query(`INSERT INTO slot VALUES ('A1', '[2025-12-05 15:00+05:30, 2025-12-05 16:00+05:30)')`)
    await book()
    await expect(book()).rejects.toThrow('slot_bay_during_excl')
  })

  it('has databases that know nothing of each other', async () => {
    await store('KL-07-AB-1234')
    const other = await postgres.database()
    expect(other).not.toBe(url)
    await expect(postgres.query(other, 'SELECT * FROM car')).rejects.toThrow('does not exist')
  })

  it('is reached at 127.0.0.1 alone', async () => {
    expect(await query('SELECT inet_server_addr()')).toBe('127.0.0.1')
    expect(await postgres.asSuperuser('SHOW listen_addresses')).toBe('127.0.0.1')
    expect(await postgres.asSuperuser('SHOW unix_socket_directories')).toBe('')
  })

  it('waits for the disk only where that is asked for', async () => {
    expect(await query('SHOW fsync')).toBe('off')
    if (found.obstacle !== undefined) return
    const careful = await TestPostgres.start(found.folder, { fsync: true })
    onTestFinished(() => careful.remove())
    expect(await careful.asSuperuser('SHOW fsync')).toBe('on')
  })

  it('keeps what was committed, and nothing else, when it is killed at work', async () => {
    await store('KL-07-AB-1234')
    // Too busy to notice that its postmaster is gone: whoever forgets it cannot start again.
    const open = query(
      `BEGIN; INSERT INTO car VALUES ('never'); SELECT count(*) FROM (SELECT generate_series(1, 1e11)) n`,
    )
    const cut = open.catch(String)
    await expect.poll(() => postgres.asSuperuser(working)).toBe('1')
    await postgres.kill()
    expect(await cut).toContain('server closed the connection unexpectedly')
    await expect(query('SELECT 1')).rejects.toThrow('Connection refused')
    await postgres.start()
    expect(await query('SELECT plate FROM car')).toBe('KL-07-AB-1234')
  })

  it('goes on with what it had when it was halted', async () => {
    await store('KL-07-AB-1234')
    await postgres.halt()
    await expect(query('SELECT 1')).rejects.toThrow('Connection refused')
    await postgres.start()
    expect(await query('SELECT plate FROM car')).toBe('KL-07-AB-1234')
  })

  it('answers nobody while it is frozen, and everybody afterwards', async () => {
    await postgres.freeze()
    let answered = false
    const asked = query('SELECT 1').finally(() => (answered = true))
    await pause(500)
    expect(answered).toBe(false)
    postgres.thaw()
    expect(await asked).toBe('1')
  })
})

const working = `SELECT count(*) FROM pg_stat_activity WHERE usename = 'kerbside' AND state = 'active'`
