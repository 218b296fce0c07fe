import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import type { Role } from '../../src-shared/api/fields.ts'
import { Notification } from '../../src-shared/protocol/notifications.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { NoticeReader, NoticeRow, ReadNoticeRow } from '../store/notice-rows.ts'
import type { Store } from '../store/store.ts'

type MarkRead = { readonly seqs: number[] } | { readonly up_to: number }

/** At most so many in one answer. */
const PAGE = 100

/** What was kept for those who were away, each user with their own read marks. */
export class NoticeService {
  readonly #store: Store
  constructor(store: Store) {
    this.#store = store
  }

  list(reader: NoticeReader, before = Number.MAX_SAFE_INTEGER): Promise<{ notices: Notice[]; unread: number }> {
    return this.#store.read(async (queries) => ({
      notices: (await queries.notices(reader, before, PAGE)).flatMap(toWire),
      unread: await queries.unreadNotices(reader),
    }))
  }

  /** Marking what is read already, or not there any more, changes nothing. */
  markRead(reader: NoticeReader, what: MarkRead): Promise<{ unread: number }> {
    return this.#store.write(async (tx) => {
      if ('seqs' in what) await tx.markNoticesRead(reader.id, what.seqs, tx.at)
      else await tx.markAllNoticesRead(reader.id, what.up_to, tx.at)
      return { unread: await tx.unreadNotices(reader) }
    })
  }

  /** What somebody has missed after a position, oldest first, as it is sent on their socket. */
  async missed(role: Role, after: number): Promise<readonly Notification[]> {
    const rows = await this.#store.read((queries) => queries.noticesAfter(role, after))
    return rows.flatMap((row) => notificationOf(row) ?? [])
  }
}

/** A notice of a kind that this version does not know any more is passed over. */
function notificationOf({ seq, body }: NoticeRow): Notification | undefined {
  const notification = parseJson(Notification, body)
  return notification && { ...notification, notice: seq }
}

function toWire(row: ReadNoticeRow): Notice[] {
  const notification = notificationOf(row)
  if (notification === undefined) return []
  return [{ seq: row.seq, needs_attention: row.needsAttention, read: row.read, notification }]
}
