import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import type { Role } from '../../src-shared/api/fields.ts'
import { mayHear } from '../../src-shared/protocol/notice-rules.ts'
import { Notification } from '../../src-shared/protocol/notifications.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { NoticeRow } from '../store/notice-rows.ts'
import type { Queries, Store } from '../store/store.ts'
import { MOST_NOTICES } from './keep-notice.ts'

interface Reader {
  readonly id: string
  readonly role: Role
}

type MarkRead = { readonly seqs: number[] } | { readonly up_to: number }

/** At most so many in one answer. */
const PAGE = 100

/** What was kept for those who were away, each user with their own read marks. */
export class NoticeService {
  readonly #store: Store
  constructor(store: Store) {
    this.#store = store
  }

  list(reader: Reader, before: number | undefined): Promise<{ notices: Notice[]; unread: number }> {
    return this.#store.read(async (queries) => {
      const all = await noticesFor(reader, queries)
      const older = before === undefined ? all : all.filter(({ seq }) => seq < before)
      return { notices: older.slice(0, PAGE), unread: unreadOf(all) }
    })
  }

  /** Marking what is read already, or not there any more, changes nothing. */
  markRead(reader: Reader, what: MarkRead): Promise<{ unread: number }> {
    return this.#store.write(async (tx) => {
      if ('seqs' in what) await tx.markNoticesRead(reader.id, what.seqs, tx.at)
      else await tx.markAllNoticesRead(reader.id, what.up_to, tx.at)
      return { unread: unreadOf(await noticesFor(reader, tx)) }
    })
  }

  /** What somebody has missed after a position, oldest first, as it is sent on their socket. */
  async missed(role: Role, after: number): Promise<readonly Notification[]> {
    const rows = await this.#store.read((queries) => queries.noticesAfter(after))
    return rows.flatMap((row) => {
      const notification = notificationOf(row)
      return notification !== undefined && mayHear(role, notification) ? [notification] : []
    })
  }
}

/** A notice of a kind that this version does not know any more is passed over. */
function notificationOf({ seq, body }: NoticeRow): Notification | undefined {
  const notification = parseJson(Notification, body)
  return notification && { ...notification, notice: seq }
}

async function noticesFor(reader: Reader, queries: Queries): Promise<Notice[]> {
  const rows = await queries.notices(reader.id, Number.MAX_SAFE_INTEGER, MOST_NOTICES)
  return rows.flatMap((row) => {
    const notification = notificationOf(row)
    if (notification === undefined || !mayHear(reader.role, notification)) return []
    return [{ seq: row.seq, needs_attention: row.needsAttention, read: row.read, notification }]
  })
}

function unreadOf(notices: readonly Notice[]): number {
  return notices.filter(({ read }) => !read).length
}
