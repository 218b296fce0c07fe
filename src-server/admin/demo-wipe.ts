import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { DEMO_WIPED } from '../demo/demo-wiped.ts'
import type { Admin, AdminParts } from './admin-parts.ts'

/**
 * Removes a demo site whole: afterwards the store is as at the first start, except for the clock. A real site is never
 * removed: whether it is one is decided by the store's own row, after the last write before the removal.
 */
export async function wipeDemo(
  { store, site, sessions, events, putClockRight }: AdminParts,
  pin: string,
  by: Admin,
): Promise<undefined | Refusal> {
  if ((await site.row())?.demo !== true) return refuse('not_demo')
  const refusal = await sessions.checkPin(by, pin)
  if (refusal !== undefined) return refusal
  const done = await store.beginAnew(async (queries) => (await queries.site())?.demo === true, {
    kind: DEMO_WIPED,
    subject: 'store',
    actor: `user:${by.id}`,
    data: { username: by.username },
  })
  if (!done) return refuse('not_demo')
  await site.reload()
  // Only now: as long as there was anything to book, a past slot had to stay past.
  await putClockRight(`user:${by.id}`)
  events.publish('revoked', { everybody: true })
  return undefined
}
