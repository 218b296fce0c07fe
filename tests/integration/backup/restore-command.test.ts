import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { npmCommand } from '../../../tools/terminal/npm.ts'
import { Caller } from '../../support/caller.ts'
import { HeadlessServer } from '../../support/headless-server.ts'
import { slotsOf } from '../../support/wash.ts'
import { act, ADMIN, backUp, PIN } from './backup-world.ts'

const PASSPHRASE = 'a boat behind the harbour wall'

/** Runs what docs/operations.md says, word for word. @param input what somebody types, and then the end of it */
function restore(dataDir: string, args: readonly string[], input = ''): Promise<{ code: number | null; said: string }> {
  const { PATH = '', HOME = '' } = process.env
  const npm = npmCommand(['run', '--silent', 'serve', '--', 'restore', ...args])
  return new Promise((resolve, reject) => {
    const child = spawn(npm.command, npm.args, {
      cwd: join(import.meta.dirname, '../../..'),
      env: { PATH, HOME, KERBSIDE_DATA_DIR: dataDir, KERBSIDE_NTP: 'off' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
    child.stdin.end(input)
  })
}

/** Books the last slot of the last day that can be booked. */
async function bookOne(visitor: Caller): Promise<void> {
  const { window } = (await visitor.get('/api/v1/site')).json() as { window: { max_date: string } }
  const start = (await slotsOf(visitor, window.max_date)).findLast(({ state }) => state === 'open')?.start
  const body = { kind: 'wash', service_id: 'exterior', start, plate: 'KL07RC0001' }
  const booked = await visitor.post('/api/v1/bookings', body)
  if (booked.status !== 201) throw new Error(booked.text)
}

describe('npm run serve -- restore', { timeout: 120_000 }, () => {
  let home: string
  let dataDir: string
  let plain: string
  let sealed: string
  /** The bookings that the backup holds, and those that the store held when its server ended. */
  let saved: readonly unknown[]
  let latest: readonly unknown[]
  /** What came of it while the server ran. */
  let meanwhile: Awaited<ReturnType<typeof restore>>

  const looked = <T>(at: (db: Database) => T, file = join(dataDir, 'kerbside.sqlite')): T => {
    const db = new BetterSqlite3(file, { readonly: true })
    try {
      return at(db)
    } finally {
      db.close()
    }
  }
  const references = (file?: string) =>
    looked((db) => db.prepare('SELECT reference FROM booking ORDER BY id').pluck().all(), file)
  const start = () =>
    new HeadlessServer({
      KERBSIDE_DATA_DIR: dataDir,
      KERBSIDE_DEMO: '1',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_BACKUP_HOUR: 'off',
      KERBSIDE_LOG_LEVEL: 'error',
    })
  const setAside = () => {
    const folder = join(dataDir, 'set-aside')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'kerbside-by-hand-'))
    dataDir = join(home, 'data')
    const server = start()
    const { public_url: publicUrl = '', staff_url: staffUrl = '' } = await server.ready()
    const admin = new Caller(staffUrl)
    await admin.post('/api/v1/session', ADMIN)
    const { id } = await backUp(admin)
    const written = await act(admin, id, 'export', { passphrase: PASSPHRASE, pin: PIN })
    if (written.status !== 201) throw new Error(written.text)
    plain = join(dataDir, 'backups', `${id}.sqlite`)
    sealed = (written.json() as { file: string }).file
    saved = references(plain)
    await bookOne(new Caller(publicUrl))
    meanwhile = await restore(dataDir, [plain])
    await server.stop()
    latest = references()
  }, 120_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('refuses while a server runs on the folder, and that one goes on', () => {
    const said = `Kerbside runs on ${dataDir}. Stop it first, or restore from its Backups screen.\n`
    expect(meanwhile).toEqual({ code: 1, said })
    expect([latest.length, setAside()]).toEqual([saved.length + 1, []])
  })

  it.each([
    ['without a file', () => [], /^restore: takes the file to restore: npm run serve -- restore <file>$/m],
    ['with a file that is not there', () => [join(home, 'none.sqlite')], /^There is no file .*none\.sqlite\.$/m],
    [
      'with what is no backup',
      () => [join(dataDir, 'store-state.json')],
      /^That backup cannot be restored: it is dam/m,
    ],
  ])('says what is wrong %s, and changes nothing', async (_, args, message) => {
    const { code, said } = await restore(dataDir, args())
    expect([code, said]).toEqual([1, expect.stringMatching(message)])
    expect(said).not.toContain('    at ')
    expect([references(), setAside()]).toEqual([latest, []])
  })

  it.each([
    ['a wrong passphrase', 'a boat before the harbour wall\n'],
    ['nothing', ''],
  ])('opens no encrypted file by %s from standard input', async (_, input) => {
    const { code, said } = await restore(dataDir, [sealed], input)
    expect([code, said]).toEqual([1, 'Its passphrase, then Enter:\nThe passphrase does not open that backup.\n'])
    expect([references(), setAside()]).toEqual([latest, []])
  })

  it.each([
    ['a backup', () => plain, ''],
    ['an encrypted one, whose passphrase comes by standard input', () => sealed, `${PASSPHRASE}\nmore\n`],
  ])('puts %s in place, keeps what was there, and the day goes on', async (_, file, input) => {
    const { code, said } = await restore(dataDir, [file()], input)
    const done = `Restored ${file()}: ${saved.length} bookings, \\d+ receipts. What was there before lies in ${dataDir}/set-aside.`
    expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`${done.replaceAll('.', '\\.')}\n$`))])
    expect(said).not.toContain(PASSPHRASE)
    expect(references()).toEqual(saved)
    const [kept = '', ...more] = setAside()
    expect(more).toEqual([])
    expect(references(join(dataDir, 'set-aside', kept, 'kerbside.sqlite'))).toEqual(latest)
    // What was decrypted for it is gone again.
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.'))).toEqual([])
    const told = "SELECT actor FROM event WHERE kind = 'store.restored_from_backup'"
    expect(looked((db) => db.prepare(told).pluck().all())).toEqual(['machine'])

    const server = start()
    try {
      const { public_url: publicUrl = '' } = await server.ready()
      await bookOne(new Caller(publicUrl))
      expect((await server.stop()).code).toBe(0)
    } finally {
      server.kill()
    }
    expect(references()).toHaveLength(saved.length + 1)
    // As it was before, for the next one.
    latest = references()
    rmSync(join(dataDir, 'set-aside'), { recursive: true })
  })
})
