import { toSiteIso } from '../site/site-calendar.ts'

/** Why a backup was made. */
export const backupKinds = ['nightly', 'manual', 'quit', 'migration'] as const
export type BackupKind = (typeof backupKinds)[number]

export interface BackupName {
  /** Without its ending: `20251205T071522Z-nightly`. */
  readonly id: string
  /** When it was made, as its name says: seconds since the epoch, business time. */
  readonly second: number
  readonly kind: BackupKind
}

/** What a backup made at an instant is called. @param at ms of business time */
export function backupId(at: number, kind: BackupKind): string {
  return `${compactUtc(at)}-${kind}`
}

/** An instant as it stands in the names of files: `20251205T071522Z`. */
export function compactUtc(at: number): string {
  return `${toSiteIso(Math.floor(at / 1000) * 1000, 'UTC')
    .slice(0, 19)
    .replace(/[-:]/g, '')}Z`
}

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z]+)$/

/** @returns undefined for a name that no backup has */
export function parseBackupId(id: string): BackupName | undefined {
  const [, year, month, day, hour, minute, second, word] = NAME.exec(id) ?? []
  const kind = backupKinds.find((one) => one === word)
  if (kind === undefined) return undefined
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number)
  return { id, kind, second: Date.UTC(y ?? 0, (mo ?? 1) - 1, d, h, mi, s) / 1000 }
}
