import * as v from 'valibot'
import { Id, Instant } from './fields.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** In characters. */
export const SHORTEST_PASSPHRASE = 12

/** Where a copy of the store comes from. */
export const backupKinds = ['nightly', 'manual', 'quit', 'migration'] as const
/** Those that Kerbside made, and what else a store can be restored from. */
export const CopyKind = v.picklist([
  ...backupKinds,
  /** A file that somebody put there. */
  'other',
  /** What a restore took the place of. */
  'replaced',
  /** What could not be opened. */
  'damaged',
  /** The store as it lies there, while it is not open. */
  'present',
])
export type CopyKind = v.InferOutput<typeof CopyKind>

/** What a copy holds, in figures. */
export const CopyContents = v.object({
  schema: Count,
  site_name: v.nullable(v.string()),
  demo: v.boolean(),
  bookings: Count,
  payments: Count,
  receipts: Count,
  last_booking_at: v.nullable(Instant),
  /** The end of its audit trail. */
  last_event: v.nullable(v.object({ seq: Count, at: Instant, hash: v.string() })),
})
export type CopyContents = v.InferOutput<typeof CopyContents>

export const BackupItem = v.object({
  id: Id,
  kind: CopyKind,
  /** Needs a passphrase. */
  encrypted: v.boolean(),
  /** `here`: in the data folder. `second`: in the second folder. */
  places: v.array(v.picklist(['here', 'second'])),
  /** As its name says; null where that says nothing. */
  made_at: v.nullable(Instant),
  bytes: Count,
  /** When it was last looked through, and what was wrong with it; null where nobody has. */
  checked: v.nullable(v.object({ at: Instant, fault: v.nullable(v.string()) })),
  contents: v.nullable(CopyContents),
})
export type BackupItem = v.InferOutput<typeof BackupItem>

export const BackupSettings = v.strictObject({
  /** On the site's clock; null makes none by itself. */
  nightly_hour: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
  /** Where each backup is copied to as well: another disk, a share. Null for nowhere. */
  second_folder: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))),
  /** Whether what goes there is encrypted, by a passphrase that this computer keeps. */
  encrypt_second: v.boolean(),
})
export type BackupSettings = v.InferOutput<typeof BackupSettings>

/** `passphrase`: it could not be read, so that nothing went to the second folder. */
export const BackupTrouble = v.picklist(['backup', 'second_folder', 'passphrase'])
export type BackupTrouble = v.InferOutput<typeof BackupTrouble>

/**
 * Where this computer keeps the passphrase of what it encrypts by itself: in the keyring of the system, or in the file
 * that its environment names. `no_keyring` and `headless` keep none: a desktop that has no keyring, a server without one.
 */
export const PassphrasePlace = v.picklist(['keyring', 'file', 'no_keyring', 'headless'])
export type PassphrasePlace = v.InferOutput<typeof PassphrasePlace>

export const BackupRun = v.object({
  state: v.picklist(['idle', 'running']),
  /** What goes on: copying pages, looking the copy through, copying it to the second folder, or encrypting it into it. */
  step: v.nullable(v.picklist(['copy', 'check', 'second', 'seal', 'export', 'restore'])),
  done: Count,
  total: Count,
  /** What went wrong the last time; null where nothing did. */
  failed: v.nullable(v.object({ at: Instant, what: BackupTrouble, why: v.string() })),
})
export type BackupRun = v.InferOutput<typeof BackupRun>

export const BackupList = v.object({
  server_time: Instant,
  /** Where they lie. */
  folder: v.string(),
  settings: BackupSettings,
  passphrase: v.object({ place: PassphrasePlace, kept: v.boolean() }),
  run: BackupRun,
  /** Newest first. */
  backups: v.array(BackupItem),
})
export type BackupList = v.InferOutput<typeof BackupList>

export const Passphrase = v.pipe(
  v.string(),
  v.minLength(SHORTEST_PASSPHRASE, `must have ${SHORTEST_PASSPHRASE} characters at least`),
  v.maxLength(200, 'must have 200 characters at most'),
)
export const GivenPassphrase = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200)))

/** `whole` can be restored; `contradictory` can be read, but its books do not say what its trail says. */
export const CopyVerdict = v.picklist(['whole', 'contradictory', 'damaged', 'empty', 'newer'])
export type CopyVerdict = v.InferOutput<typeof CopyVerdict>

export const BackupPreview = v.object({
  server_time: Instant,
  item: BackupItem,
  verdict: CopyVerdict,
  /** What is wrong with it, for somebody who knows stores. */
  why: v.nullable(v.string()),
  contents: v.nullable(CopyContents),
  /** What the store holds now, which a restore would set aside; null where it cannot be read. */
  current: v.nullable(CopyContents),
  /** The schema that this Kerbside has: older ones are brought up to date. */
  schema: Count,
})
export type BackupPreview = v.InferOutput<typeof BackupPreview>

export const ExportedBackup = v.object({ file: v.string(), bytes: Count })

/** Why the store could not be opened, and what it can be restored from. */
export const Recovery = v.object({
  damage: v.nullable(v.picklist(['missing', 'empty', 'damaged', 'log_missing', 'older', 'changed', 'newer'])),
  /** What was found, for somebody who knows stores. */
  detail: v.string(),
  folder: v.string(),
  backups: v.array(BackupItem),
})
export type Recovery = v.InferOutput<typeof Recovery>
