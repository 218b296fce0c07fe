import { createHash } from 'node:crypto'
import type { FileAnswer } from '../../../src-shared/api/route.ts'
import type { WeeklyList, WeeklySettings, WeeklySummary } from '../../../src-shared/api/weekly-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import type { LanguageTag } from '../../../src-shared/i18n/languages.ts'
import { unfitFolder } from '../../backup/second-folder.ts'
import type { Clock } from '../../clock/clock.ts'
import type { Printer } from '../../printing/printer.ts'
import { dateAt, dayBounds, toSiteIso } from '../../site/site-calendar.ts'
import type { SiteService } from '../../site/site-service.ts'
import type { Queries, SiteRow, Store } from '../../store/store.ts'
import type { WeeklySettingsRow, WeeklySummaryRow } from '../../store/weekly-rows.ts'
import { paperWordsIn } from '../../words/words.ts'
import { fileStem } from '../file-stem.ts'
import { gatherWeek } from './gather-week.ts'
import { weekOf, type Week } from './week.ts'
import { readFigures, type WeekFigures } from './week-figures.ts'
import { weekPaper, type WeekOrigin } from './week-paper.ts'

export interface WeeklyParts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly printer: Pick<Printer, 'reportPdf'>
  readonly dataDir: string
}

/** Three years of them. */
const MOST_LISTED = 160

/** Until somebody says otherwise: weeks as ISO 8601 counts them. */
const usual: WeeklySettingsRow = { weekStartsOn: 1, folder: null }

/** The summaries of whole weeks: kept when each was over, or worked out for whoever asks about another one. */
export class WeeklyService {
  readonly #parts: WeeklyParts
  /** Why the newest could not be written to the folder. */
  problem: string | null = null

  constructor(parts: WeeklyParts) {
    this.#parts = parts
  }

  async list(): Promise<WeeklyList | Refusal> {
    const { clock } = this.#parts
    const now = clock.now()
    return this.#read(async (queries, { timezone }) => {
      const settings = (await queries.weeklySettings()) ?? usual
      const { to } = weekOf(dateAt(now, timezone), settings.weekStartsOn)
      return {
        server_time: toSiteIso(now, timezone),
        settings: toWire(settings),
        next_at: toSiteIso(dayBounds(to, timezone).to, timezone),
        problem: this.problem,
        summaries: (await queries.weeklySummaries(MOST_LISTED)).map((row) => toSummary(row, timezone)),
      }
    })
  }

  /** @param actor who says so */
  async setSettings(settings: WeeklySettings, actor: string): Promise<WeeklySettings | Refusal> {
    const { store, dataDir } = this.#parts
    const unfit = await unfitFolder(settings.folder, dataDir)
    if (unfit !== undefined) return unfit
    await store.write(async (tx) => {
      await tx.setWeeklySettings({ weekStartsOn: settings.week_starts_on, folder: settings.folder })
      await tx.appendEvent({
        at: tx.at,
        kind: 'report.settings_changed',
        subject: 'weekly',
        actor,
        data: { week_starts_on: settings.week_starts_on, folder: settings.folder },
      })
    })
    this.problem = null
    return settings
  }

  /** The summary of the week that a day belongs to: the kept one where there is one, else worked out now. */
  async pdf(date: string, language: LanguageTag = 'en'): Promise<FileAnswer | Refusal> {
    const { clock, store } = this.#parts
    const now = clock.now()
    const found = await this.#read(async (queries, site) => {
      const { weekStartsOn } = (await queries.weeklySettings()) ?? usual
      const week = weekOf(date, weekStartsOn)
      const kept = (await queries.weeklySummary(date)) ?? (await queries.weeklySummary(week.from))
      return { site, week, kept }
    })
    if (isRefusal(found)) return found
    const { site, week, kept } = found
    if (kept !== undefined) return this.#print(readFigures(kept.figures), site, keptAt(kept, site), language)
    const { from, to } = bounds(week, site)
    if (from > now) {
      const message = 'must not be of a week to come'
      return refuse('invalid_request', `\`date\` ${message}`, { errors: [{ path: 'query.date', message }] })
    }
    const figures = await store.snapshot((queries) => gatherWeek(queries, week, site, now))
    return this.#print(figures, site, { is: 'asked', soFar: now < to }, language)
  }

  /** What the keeper goes by. */
  async settings(): Promise<WeeklySettingsRow> {
    return (await this.#parts.store.read((queries) => queries.weeklySettings())) ?? usual
  }

  /** Keeps the summary of a week that is over. A week that has one keeps that one. */
  async keep(week: Week, site: SiteRow): Promise<void> {
    const { store, clock } = this.#parts
    const figures = await store.snapshot((queries) => gatherWeek(queries, week, site, clock.now()))
    const text = JSON.stringify(figures)
    const { takings, reconciliation, currency } = figures.report
    const lastSeq = figures.head?.line ?? 0
    await store.write(async (tx) => {
      const isNew = await tx.insertWeeklySummary({
        firstDate: week.from,
        lastDate: week.to,
        madeAt: tx.at,
        agrees: reconciliation.agrees,
        takingsMinor: takings.totals.takings_minor,
        currency,
        lastSeq,
        figures: text,
        writtenAt: null,
      })
      if (!isNew) return
      // The trail vouches for the figures: whoever changes them would have to change its hash here, too.
      const digest = createHash('sha256').update(text).digest('hex')
      const data = { first_date: week.from, last_date: week.to, last_line: lastSeq, digest }
      await tx.appendEvent({ at: tx.at, kind: 'report.week_kept', subject: week.from, actor: 'clock', data })
    })
  }

  /** A kept summary in the site's own language. */
  printKept(row: WeeklySummaryRow, site: SiteRow): Promise<FileAnswer> {
    return this.#print(readFigures(row.figures), site, keptAt(row, site), this.#parts.site.language)
  }

  async #print(figures: WeekFigures, site: SiteRow, origin: WeekOrigin, language: LanguageTag): Promise<FileAnswer> {
    const document = weekPaper(figures, site, origin, await paperWordsIn(language))
    const bytes = await this.#parts.printer.reportPdf(document)
    return { bytes, fileName: `${fileStem(site)}-week-${figures.from}.pdf` }
  }

  async #read<T>(work: (queries: Queries, site: SiteRow) => Promise<T>): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    return site === undefined ? refuse('setup_needed') : this.#parts.store.read((queries) => work(queries, site))
  }
}

function bounds({ from, to }: Week, { timezone }: SiteRow): { from: number; to: number } {
  return { from: dayBounds(from, timezone).from, to: dayBounds(to, timezone).to }
}

function keptAt({ madeAt }: WeeklySummaryRow, { timezone }: SiteRow): WeekOrigin {
  return { is: 'kept', at: toSiteIso(madeAt, timezone) }
}

function toWire({ weekStartsOn, folder }: WeeklySettingsRow): WeeklySettings {
  return { week_starts_on: weekStartsOn, folder }
}

function toSummary(row: WeeklySummaryRow, timezone: string): WeeklySummary {
  return {
    from: row.firstDate,
    to: row.lastDate,
    made_at: toSiteIso(row.madeAt, timezone),
    takings: { amount_minor: row.takingsMinor, currency: row.currency },
    agrees: row.agrees,
    last_line: row.lastSeq,
    written_at: row.writtenAt === null ? null : toSiteIso(row.writtenAt, timezone),
  }
}
