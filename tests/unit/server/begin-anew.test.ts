import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../../src-server/store/sqlite/sqlite-store.ts'

it('a store begins anew only where what is in it allows that, after every write before it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-anew-'))
  let stamp = 0
  const mark = () => ({ businessMs: stamp, bootMs: null, bootId: null, epoch: 1, state: 'trusted' as const })
  const clock = { now: () => stamp, commitStamp: () => ++stamp, mark }
  const store = openSqliteStore({ dataDir, randomBytes: (count) => new Uint8Array(count), clock: () => clock })
  const event = { kind: 'store.resumed', subject: 'x', actor: 'test', data: {} } as const
  const write = store.write((tx) => tx.appendEvent({ ...event, at: tx.at }))
  let seen = 0
  const refused = store.beginAnew(async (queries) => ((seen = await queries.lastEventSeq()), false), event)
  expect(await refused).toBe(false)
  await write
  expect(seen).toBe(1)
  expect(await store.read((queries) => queries.lastEventSeq())).toBe(1)

  // A write that comes while the store begins anew goes into the new one.
  const anew = store.beginAnew(async () => true, event)
  const late = store.write((tx) => tx.appendEvent({ ...event, at: tx.at }))
  expect(await anew).toBe(true)
  expect(await late).toBe(2)
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})
