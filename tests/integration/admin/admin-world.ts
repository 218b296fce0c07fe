import type { Caller } from '../../support/caller.ts'
import { OWNER, type StillServer } from '../../support/still-server.ts'

export const PIN = '2468'

/** The owner of a fresh site chooses the PIN that the demo's people have. */
export async function choosePin(still: StillServer): Promise<void> {
  await still.owner.send('PUT', '/api/v1/session/pin', { password: OWNER.password, pin: PIN })
}

export async function read<T>(caller: Caller, path: string): Promise<T> {
  const answer = await caller.get(path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return answer.json() as T
}

/** The audit trail's lines of a kind, oldest first. */
export function trail(still: StillServer, kind: string): { subject: string; actor: string; data: unknown }[] {
  return still.look((db) =>
    (
      db.prepare('SELECT subject, actor, data FROM event WHERE kind = ? ORDER BY seq').all(kind) as {
        subject: string
        actor: string
        data: string
      }[]
    ).map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as unknown })),
  )
}
