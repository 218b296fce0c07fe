import { copyFile } from 'node:fs/promises'
import type { ClockMark } from '../../clock/clock.ts'
import type { EventInput } from '../store.ts'
import { beginWith } from '../begin-with.ts'
import { connect, foldIn } from './connection.ts'
import { fingerprintOf } from './fingerprint.ts'
import { commitQueue, type SqliteStoreOptions } from './sqlite-store.ts'
import { nextSetAside, removeDraft, replaceRemains, storeFiles } from './store-files.ts'
import { readMark, writeMark } from './store-mark.ts'

interface Restoration extends SqliteStoreOptions {
  /** A file that was looked through. */
  readonly copy: string
  /** The line by which its audit trail goes on. */
  readonly first: Omit<EventInput, 'at'>
  /** A contradiction in the copy that somebody has decided to go on with. */
  readonly knownFault: string | null
  /** Looks through what is about to be put in place; what it throws leaves all as it was. */
  readonly verify?: (draft: string) => Promise<void>
}

/**
 * Puts a copy in the place of a store that is not open: because it is damaged, or nobody has started Kerbside. All that
 * is left of the store is set aside. Time goes on from what was last known of it, not from when the copy was made.
 * @returns the folder with what was set aside; null where nothing was left
 * @throws Error when it cannot be done; then all is as it was
 */
export async function restoreStore(restoration: Restoration): Promise<{ readonly setAside: string | null }> {
  const { copy, first, knownFault, dataDir, clock: makeClock } = restoration
  const files = storeFiles(dataDir)
  const before = readMark(dataDir)
  const known = before === 'unreadable' ? undefined : before
  removeDraft(files)
  await copyFile(copy, files.draft)
  const draft = connect(files.draft, restoration)
  const lastStamp = Math.max(draft.state.lastStamp, known?.lastStamp ?? 0)
  const clock = makeClock(lastStamp, later(draft.state.mark, known?.clock ?? undefined))
  const queue = commitQueue(draft.writer, clock, restoration)
  try {
    await queue.write((tx) => beginWith(tx, first))
  } finally {
    foldIn(draft)
  }
  try {
    await restoration.verify?.(files.draft)
  } catch (error) {
    removeDraft(files)
    throw error
  }
  const mark = {
    format: 1,
    pid: process.pid,
    lastStamp,
    trail: null,
    clock: clock.mark(),
    fingerprint: fingerprintOf(files.draft),
    knownFault,
  } as const
  // From here on the folder is known to have been in use, whatever happens.
  writeMark(dataDir, { ...mark, state: 'renewed' }, true)
  const keepIn = nextSetAside(files, 'damaged')
  const isKept = replaceRemains(files, keepIn)
  writeMark(dataDir, { ...mark, state: 'closed' }, true)
  return { setAside: isKept ? keepIn : null }
}

/**
 * Which of two marks knows more of the time. A copy is older than what was known last; it knows more only where what
 * was known belongs to another store.
 */
export function later(one: ClockMark | undefined, other: ClockMark | undefined): ClockMark | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const isOtherLater = other.epoch > one.epoch || (other.epoch === one.epoch && other.businessMs >= one.businessMs)
  return isOtherLater ? other : one
}
