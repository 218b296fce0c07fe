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

export interface NoticeQueries {
  /** The newest notices before a position, newest first, with whether the user has read them. */
  notices(userId: string, before: number, limit: number): Promise<readonly ReadNoticeRow[]>
  /** All notices after a position, oldest first. */
  noticesAfter(seq: number): Promise<readonly NoticeRow[]>
}

export interface NoticeWrites {
  /** Keeps a notice, and lets go of those more than so many before it. @returns its position */
  insertNotice(notice: Omit<NoticeRow, 'seq'>, mostKept: number): Promise<number>
  markNoticesRead(userId: string, seqs: readonly number[], at: Ms): Promise<void>
  markAllNoticesRead(userId: string, upTo: number, at: Ms): Promise<void>
}
