import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { ClockState } from '../../../src-shared/api/fields.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'
import type { ClockMark } from '../../clock/clock.ts'
import { syncFolder } from './store-files.ts'

const StoredClock = v.object({
  businessMs: v.number(),
  bootMs: v.nullable(v.number()),
  bootId: v.nullable(v.string()),
  epoch: v.number(),
  state: ClockState,
  demoAheadMs: v.optional(v.number()),
})

/** What is known of a store outside it, so that a store that was lost, swapped or set back is noticed. */
const StoreMark = v.object({
  format: v.literal(1),
  /**
   * `open`: somebody works on it, or died working. `closing`: no commit comes any more. `closed`: all of it is in its one
   * file, whose fingerprint is known. `renewed`: another store is being put in its place.
   */
  state: v.picklist(['open', 'closing', 'closed', 'renewed']),
  /** The process that works on it. */
  pid: v.number(),
  /** A commit that is known to have happened, and a line of the trail that is known to be there. */
  lastStamp: v.number(),
  trail: v.nullable(v.object({ seq: v.number(), hash: v.string() })),
  /** What is known of the time, for a store that is put in the place of one that cannot be read. */
  clock: v.nullable(StoredClock),
  fingerprint: v.nullable(v.string()),
  /** A contradiction that an admin has seen and gone on with. */
  knownFault: v.nullable(v.string()),
})
export type StoreMark = v.InferOutput<typeof StoreMark>

function markFile(folder: string): string {
  return join(folder, 'store-state.json')
}

/** @returns undefined where there is none, `unreadable` where there is one that says nothing */
export function readMark(folder: string): StoreMark | 'unreadable' | undefined {
  let text: string
  try {
    text = readFileSync(markFile(folder), 'utf8')
  } catch (error) {
    // Without the folder there is no mark either; whoever opens the store says what is wrong with it.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
  return parseJson(StoreMark, text) ?? 'unreadable'
}

/** Whether a process that lives works on the store. A number that the system has given to another one is taken for it. */
export function isInUse(folder: string): boolean {
  const mark = readMark(folder)
  if (mark === undefined || mark === 'unreadable' || mark.state === 'closed' || mark.pid === process.pid) return false
  try {
    process.kill(mark.pid, 0)
    return true
  } catch (error) {
    // It lives, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What was last known of the time of a store that cannot be opened. */
export function lastKnownClock(folder: string): ClockMark | undefined {
  const mark = readMark(folder)
  return mark === 'unreadable' ? undefined : (mark?.clock ?? undefined)
}

/** Replaces the mark in one step. @param durable whether it has to survive a power cut from now on */
export function writeMark(folder: string, mark: StoreMark, durable: boolean): void {
  const file = markFile(folder)
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(mark))
    if (durable) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  if (durable) syncFolder(folder)
}

/** Takes the mark away: a store without one is looked through whole at the next start. */
export function removeMark(folder: string): void {
  rmSync(markFile(folder), { force: true })
}
