import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isClockUntrusted } from '../../clock/clock-trust.ts'
import { dayBounds } from '../../site/site-calendar.ts'
import type { SiteRow } from '../../store/store.ts'
import { weeksOver, type Week } from './week.ts'
import type { WeeklyParts, WeeklyService } from './weekly-service.ts'

/** Weeks that were missed are made up for, but no more than so many: older ones are there for whoever asks. */
const MOST_MADE_UP = 8
const PAUSE_MS = 60_000
/** After a folder that could not be written to. */
const RETRY_MS = 600_000

/**
 * Keeps the summary of each week when it is over, once. A machine that was off or asleep then does it when it is back.
 * What has been kept stands in the store, so that a start in the middle of it neither loses one nor makes one twice. Only
 * a clock that somebody vouches for says that a week is over.
 */
export class WeeklyKeeper {
  readonly #parts: WeeklyParts
  readonly #weekly: WeeklyService
  /** Nothing has to be looked at before this instant. */
  #quietUntil = 0
  #work: Promise<void> | undefined

  constructor(parts: WeeklyParts, weekly: WeeklyService) {
    this.#parts = parts
    this.#weekly = weekly
  }

  /** To be called each second. */
  async onSecond(): Promise<void> {
    const { clock } = this.#parts
    const now = clock.now()
    if (this.#work !== undefined || now < this.#quietUntil || isClockUntrusted(clock)) return
    this.#quietUntil = now + PAUSE_MS
    this.#work = this.#catchUp(now)
    try {
      await this.#work
    } finally {
      this.#work = undefined
    }
  }

  /** Waits for what is under way. */
  async idle(): Promise<void> {
    await this.#work?.catch(() => undefined)
  }

  async #catchUp(now: number): Promise<void> {
    const site = await this.#parts.site.row()
    if (site === undefined) return
    for (const week of await this.#missing(now, site)) await this.#weekly.keep(week, site)
    await this.#writeOut(site)
  }

  /** A week in which the site did not exist yet, and one that reaches into a kept one, is not missing. */
  async #missing(now: number, site: SiteRow): Promise<readonly Week[]> {
    const { store } = this.#parts
    const { weekStartsOn } = await this.#weekly.settings()
    const [newest] = await store.read((queries) => queries.weeklySummaries(1))
    const weeks = weeksOver(now, site.timezone, weekStartsOn, MOST_MADE_UP)
    const open = weeks.filter(({ from }) => newest === undefined || from > newest.lastDate)
    if (open.length === 0) return []
    const [first] = await store.snapshot((queries) => queries.chain(0, 1))
    return open.filter(({ to }) => first !== undefined && first.at < dayBounds(to, site.timezone).to)
  }

  /** A folder that is not there, such as a share, gets them when it is back. */
  async #writeOut(site: SiteRow): Promise<void> {
    const { store, clock } = this.#parts
    const { folder } = await this.#weekly.settings()
    if (folder === null) return
    const rows = await store.read((queries) => queries.weeklySummaries(MOST_MADE_UP))
    for (const row of rows.filter(({ writtenAt }) => writtenAt === null).reverse()) {
      const { bytes, fileName } = await this.#weekly.printKept(row, site)
      try {
        await writeWhole(join(folder, fileName), bytes)
      } catch (error) {
        this.#weekly.problem = error instanceof Error ? error.message : String(error)
        this.#quietUntil = clock.now() + RETRY_MS
        return
      }
      await store.write((tx) => tx.setWeeklyWritten(row.firstDate, tx.at))
      this.#weekly.problem = null
    }
  }
}

/** A file that is there only when it is whole. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, bytes)
  await rename(`${file}.part`, file)
}
