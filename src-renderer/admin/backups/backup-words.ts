import type { BackupRun, CopyContents } from '../../../src-shared/api/backup-schemas.ts'
import { parseInstant } from '../../../src-shared/format/instant.ts'
import type { Translator } from '../../../src-shared/i18n/translate.ts'

const HOUR = 3_600_000

/** How large a file is, in the largest unit that leaves a number above one. */
export function sizeWords(bytes: number, language: string): string {
  const [unit, divisor] =
    bytes >= 1e9
      ? (['gigabyte', 1e9] as const)
      : bytes >= 1e6
        ? (['megabyte', 1e6] as const)
        : (['kilobyte', 1e3] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / divisor)
}

/** How old a backup is. @returns undefined where its name does not say when it was made */
export function ageWords(madeAt: string | null, serverTime: string, t: Translator): string | undefined {
  const [made, now] = [parseInstant(madeAt ?? ''), parseInstant(serverTime)]
  if (made === undefined || now === undefined) return undefined
  const hours = Math.max(0, Math.floor((now - made) / HOUR))
  return t('backups.sheet.old', { days: Math.floor(hours / 24), hours })
}

export function holdsWords({ bookings, receipts }: CopyContents, t: Translator): string {
  return t('backups.holds', { bookings, receipts })
}

/** Until the data is open nobody knows the site's zone. @param at ISO 8601, in UTC */
export function utcWords(at: string, t: Translator): string {
  return t('recovery.time', { date: at.slice(0, 10), time: at.slice(11, 16) })
}

/** How many bookings a restore would lose; 0 where the backup has as many or belongs to another time. */
export function bookingsSince(contents: CopyContents, current: CopyContents): number {
  return Math.max(0, current.bookings - contents.bookings)
}

export function runWords({ step, done, total }: BackupRun, t: Translator): string {
  const percent = new Intl.NumberFormat(t.language, { style: 'percent' }).format(total === 0 ? 0 : done / total)
  return t(`backups.step.${step ?? 'copy'}`, { percent })
}
