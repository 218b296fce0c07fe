import type { EventInput, Transaction } from './store.ts'

/** The first commit of a store that takes another one's place: nobody is signed in there, whoever was. */
export async function beginWith(tx: Transaction, first: Omit<EventInput, 'at'>): Promise<void> {
  for (const { id } of await tx.users()) {
    for (const { tokenHash } of await tx.sessionsOf(id)) await tx.deleteSession(tokenHash)
  }
  await tx.appendEvent({ ...first, at: tx.at })
}
