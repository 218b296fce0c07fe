import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { BackupItem, CopyKind } from '../../src-shared/api/backup-schemas.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StoreContents } from '../store/store-contents.ts'
import { parseBackupId, type BackupName } from './backup-name.ts'
import { contentsToWire } from './backup-wire.ts'

const Contents = v.object({
  schema: v.number(),
  siteName: v.nullable(v.string()),
  isDemo: v.boolean(),
  bookings: v.number(),
  payments: v.number(),
  tenders: v.number(),
  receipts: v.number(),
  cashMoves: v.number(),
  lastBookingAt: v.nullable(v.number()),
  lastEvent: v.nullable(v.object({ seq: v.number(), at: v.number(), hash: v.string() })),
  lastStamp: v.number(),
})

/** What is known of a backup, beside it: the list would otherwise have to look through every file. */
const Note = v.object({
  format: v.literal(1),
  checkedAt: v.number(),
  fault: v.nullable(v.string()),
  contents: v.nullable(Contents),
  /** The line of the trail that tells of this backup: where no other follows, nothing has happened since. */
  toldAs: v.nullable(v.number()),
})
export type BackupNote = v.InferOutput<typeof Note>

/** A copy of the store as it lies on the disk. */
export interface FoundCopy {
  readonly id: string
  readonly kind: CopyKind
  readonly file: string
  readonly isSealed: boolean
  readonly places: BackupItem['places']
  /** Ms of business time, as its name says. */
  readonly madeAt: number | null
  readonly bytes: number
  readonly note: BackupNote | undefined
}

export interface CopyFolders {
  readonly backups: string
  readonly exports: string
  readonly setAside: string
  readonly second: string | null
}

const PLAIN = '.sqlite'
export const SEALED = '.kerbside'
const NAME = /^([\w-]{1,64})(\.sqlite|\.kerbside)$/
/** What an encrypted copy of a backup is called after it: by hand, or by itself in the second folder. */
const OF_A_BACKUP = /-(?:export|sealed)$/
const BY_ITSELF = '-sealed'

/** Everything that the store could be restored from, newest first; what has no time comes last. */
export function findCopies({ backups, exports, setAside, second }: CopyFolders): readonly FoundCopy[] {
  const found = new Map<string, FoundCopy>()
  for (const [folder, place] of [[backups, 'here'] as const, [exports, 'here'] as const, [second, 'second'] as const]) {
    if (folder === null) continue
    for (const copy of copiesIn(folder, place)) {
      const before = found.get(copy.id)
      if (before === undefined) found.set(copy.id, copy)
      else if (!before.places.includes(place)) found.set(copy.id, { ...before, places: [...before.places, place] })
    }
  }
  const all = [...found.values(), ...keptStores(setAside)]
  return all.toSorted((a, b) => (b.madeAt ?? -1) - (a.madeAt ?? -1) || (a.id < b.id ? 1 : -1))
}

function copiesIn(folder: string, place: 'here' | 'second'): readonly FoundCopy[] {
  return namesIn(folder).flatMap((name) => {
    const [, id = '', ending] = NAME.exec(name) ?? []
    if (ending === undefined) return []
    const file = join(folder, name)
    const isSealed = ending === SEALED
    const known = parseBackupId(isSealed ? id.replace(OF_A_BACKUP, '') : id)
    const size = bytesOf(file)
    if (size === undefined) return []
    return {
      id,
      kind: known?.kind ?? 'other',
      file,
      isSealed,
      places: [place],
      madeAt: known === undefined ? null : known.second * 1000,
      bytes: size,
      note: isSealed ? undefined : readNote(file),
    }
  })
}

/** What was set aside: each in a folder that is called by its number and why. */
function keptStores(setAside: string): readonly FoundCopy[] {
  return namesIn(setAside).flatMap((name) => {
    const [, why] = /^\d{1,6}-(replaced|damaged)$/.exec(name) ?? []
    const file = join(setAside, name, 'kerbside.sqlite')
    const size = bytesOf(file)
    if (size === undefined || why === undefined) return []
    const kind = why === 'replaced' ? 'replaced' : 'damaged'
    return {
      id: `aside-${name}`,
      kind,
      file,
      isSealed: false,
      places: ['here'],
      madeAt: null,
      bytes: size,
      note: undefined,
    }
  })
}

/** The store as it lies there, for whoever has to decide about it. */
export function presentStore(file: string): readonly FoundCopy[] {
  const size = existsSync(file) ? bytesOf(file) : undefined
  if (size === undefined || size === 0) return []
  return [
    {
      id: 'present',
      kind: 'present',
      file,
      isSealed: false,
      places: ['here'],
      madeAt: null,
      bytes: size,
      note: undefined,
    },
  ]
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not there, or not to be read now: a second folder may be a stick.
    return []
  }
}

function bytesOf(file: string): number | undefined {
  const facts = statSync(file, { throwIfNoEntry: false })
  return facts?.isFile() === true ? facts.size : undefined
}

const noteFile = (file: string) => file.slice(0, -PLAIN.length) + '.json'

function readNote(file: string): BackupNote | undefined {
  try {
    return parseJson(Note, readFileSync(noteFile(file), 'utf8'))
  } catch {
    return undefined
  }
}

export function writeNote(file: string, note: BackupNote): void {
  writeFileSync(noteFile(file), JSON.stringify(note), { mode: 0o600 })
}

/** What the encrypted copy of a backup in the second folder is called. */
export function sealedNameOf(file: string): string {
  return `${basename(file, PLAIN)}${BY_ITSELF}${SEALED}`
}

/** The backup that a file is, plain or encrypted by itself; undefined for what somebody else put there or exported. */
export function backupOf({ id, isSealed }: FoundCopy): BackupName | undefined {
  if (!isSealed) return parseBackupId(id)
  return id.endsWith(BY_ITSELF) ? parseBackupId(id.slice(0, -BY_ITSELF.length)) : undefined
}

/** The files of a backup: itself, and what is known of it. */
export function filesOf(file: string): readonly string[] {
  return file.endsWith(PLAIN) ? [file, noteFile(file)] : [file]
}

export function newNote(checkedAt: number, contents: StoreContents | null, fault: string | null): BackupNote {
  return { format: 1, checkedAt, fault, contents, toldAs: null }
}

/** @param timezone the site's */
export function copyToWire({ note, isSealed, madeAt, ...copy }: FoundCopy, timezone: string): BackupItem {
  const { id, kind, places, bytes } = copy
  return {
    id,
    kind,
    encrypted: isSealed,
    places,
    made_at: madeAt === null ? null : toSiteIso(madeAt, timezone),
    bytes,
    checked: note === undefined ? null : { at: toSiteIso(note.checkedAt, timezone), fault: note.fault },
    contents: contentsToWire(note?.contents ?? null, timezone),
  }
}
