import { noticeRule } from '../../src-shared/protocol/notice-rules.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import type { Transaction } from '../store/store.ts'

/** So many notices are kept; whoever was away longer reads the audit trail. */
export const MOST_NOTICES = 500

/**
 * Writes down, in the transaction that made them true, those notifications that wait for whoever is not there.
 * @returns the notifications as they are to be sent after the commit: those that were kept name their position
 */
export async function keepNotices(
  tx: Transaction,
  notifications: readonly Notification[],
): Promise<readonly Notification[]> {
  const sent: Notification[] = []
  for (const notification of notifications) {
    const { keep, needsAttention } = noticeRule(notification)
    if (keep) {
      const body = JSON.stringify(notification)
      const notice = await tx.insertNotice({ at: tx.at, needsAttention, body }, MOST_NOTICES)
      sent.push({ ...notification, notice })
    } else sent.push(notification)
  }
  return sent
}
