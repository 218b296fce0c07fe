import type { Role } from '../../src-shared/api/fields.ts'
import type { Ms } from './basics.ts'

/** A notification that waits for whoever was not there. */
export interface NoticeRow {
  /** Its position; higher is newer. */
  readonly seq: number
  readonly at: Ms
  readonly needsAttention: boolean
  /** A `Notification` as JSON; read through its schema. */
  readonly body: string
}

export interface ReadNoticeRow extends NoticeRow {
  readonly read: boolean
}

export interface NoticeReader {
  readonly id: string
  readonly role: Role
}

export interface NewNotice extends Omit<NoticeRow, 'seq'> {
  /** Who hears of it. */
  readonly roles: readonly Role[]
}

export interface NoticeQueries {
  /** The newest notices before a position that the user's role hears of, newest first, with whether the user has read them. */
  notices(reader: NoticeReader, before: number, limit: number): Promise<readonly ReadNoticeRow[]>
  /** How many that their role hears of the user has not read. */
  unreadNotices(reader: NoticeReader): Promise<number>
  /** All notices after a position that a role hears of, oldest first. */
  noticesAfter(role: Role, seq: number): Promise<readonly NoticeRow[]>
}

export interface NoticeWrites {
  /** Keeps a notice, and lets go of those more than so many before it. @returns its position */
  insertNotice(notice: NewNotice, mostKept: number): Promise<number>
  markNoticesRead(userId: string, seqs: readonly number[], at: Ms): Promise<void>
  markAllNoticesRead(userId: string, upTo: number, at: Ms): Promise<void>
}
