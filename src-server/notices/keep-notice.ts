import { noticeRule } from '../../src-shared/protocol/notice-rules.ts'
import type { Announcement } from '../events/announcement.ts'
import type { Transaction } from '../store/store.ts'

/** So many notices are kept; whoever was away longer reads the audit trail. */
const MOST_NOTICES = 500

/**
 * Writes down, in the transaction that made them true, those announcements that wait for whoever is not there.
 * @returns the announcements as they are to be made after the commit: those that were kept name their position
 */
export async function keepNotices(
  tx: Transaction,
  announcements: readonly Announcement[],
): Promise<readonly Announcement[]> {
  const kept: Announcement[] = []
  for (const announcement of announcements) kept.push(await keepNotice(tx, announcement))
  return kept
}

async function keepNotice(tx: Transaction, announcement: Announcement): Promise<Announcement> {
  const { notification } = announcement
  const { keep, needsAttention, roles } = noticeRule(notification)
  if (!keep) return announcement
  const body = JSON.stringify(notification)
  const notice = await tx.insertNotice({ at: tx.at, needsAttention, body, roles }, MOST_NOTICES)
  return { ...announcement, notification: { ...notification, notice } }
}
