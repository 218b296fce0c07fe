import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { dateAt, instantOf, plusDays } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import type { BackupService } from './backup-service.ts'

/** After a backup that failed the next one is tried so much later, ms. */
const RETRY_MS = 3_600_000

/** The last moment before now at which a backup should have been made. @param hour on the site's clock */
export function lastDue(now: number, hour: number, timezone: string): number {
  const today = dateAt(now, timezone)
  const time = `${String(hour).padStart(2, '0')}:00`
  const due = instantOf(today, time, timezone)
  return due <= now ? due : instantOf(plusDays(today, -1), time, timezone)
}

/**
 * Makes a backup each night. A machine that is off at night makes it when it is on again. Only a clock that somebody
 * vouches for says that it is night.
 */
export class Nightly {
  readonly #parts: { readonly clock: Clock; readonly site: SiteService; readonly store: Store }
  readonly #backups: BackupService
  /** Nothing has to be looked at before this instant. */
  #quietUntil = 0

  constructor(
    parts: { readonly clock: Clock; readonly site: SiteService; readonly store: Store },
    backups: BackupService,
  ) {
    this.#parts = parts
    this.#backups = backups
  }

  /** To be called each second. */
  async onSecond(): Promise<void> {
    const { clock, site } = this.#parts
    const hour = this.#backups.settings.nightly_hour
    const now = clock.now()
    if (hour === null || now < this.#quietUntil || this.#backups.isBusy || isClockUntrusted(clock)) return
    this.#quietUntil = now + 60_000
    if ((await site.row()) === undefined) return
    const due = lastDue(now, hour, site.timezone)
    if (!(await this.#isMissing(due))) return
    const done = await this.#backups.make('nightly', 'clock')
    if (!done) this.#quietUntil = clock.now() + RETRY_MS
  }

  /** Whether a night has passed without a backup; a site that did not exist then has missed none. */
  async #isMissing(due: number): Promise<boolean> {
    const made = this.#backups.copies().some(({ kind, madeAt }) => kind === 'nightly' && (madeAt ?? 0) >= due - 1000)
    if (made) return false
    const [first] = await this.#parts.store.snapshot((queries) => queries.chain(0, 1))
    return first !== undefined && first.at < due
  }
}
