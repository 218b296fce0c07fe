import { setTimeout as pause } from 'node:timers/promises'
import type { BackupItem, BackupList } from '../../../src-shared/api/backup-schemas.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillOptions, type StillServer } from '../../support/still-server.ts'

export const PIN = '2468'
export const ADMIN = { username: 'admin', password: 'harbour-admin' } as const

/** The demo site, with its admin signed in. */
export async function startWithAdmin(options: StillOptions = {}): Promise<{ still: StillServer; admin: Caller }> {
  const still = await startStillServer({ site: 'demo', ...options })
  return { still, admin: await signIn(still, ADMIN) }
}

export async function listOf(caller: Caller): Promise<BackupList> {
  const answer = await caller.get('/api/v1/backups')
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.json() as BackupList
}

/** The list once nothing is being done any more. */
export async function settled(caller: Caller): Promise<BackupList> {
  for (;;) {
    const list = await listOf(caller)
    if (list.run.state === 'idle') return list
    await pause(20)
  }
}

/** Makes a backup and waits for it. @returns the one in the data folder */
export async function backUp(admin: Caller): Promise<BackupItem> {
  const before = new Set((await listOf(admin)).backups.map(({ id }) => id))
  const begun = await admin.post('/api/v1/backups')
  if (begun.status !== 200) throw new Error(begun.text)
  const made = (await settled(admin)).backups.find(({ id, encrypted }) => !encrypted && !before.has(id))
  if (made === undefined) throw new Error('no backup was made')
  return made
}

export const act = (admin: Caller, id: string, what: string, body: object = {}): Promise<Answer> =>
  admin.post(`/api/v1/backups/${id}/${what}`, body)
