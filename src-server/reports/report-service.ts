import type { CsvShape, Exceptions, Report, ReportTableName } from '../../src-shared/api/report-schemas.ts'
import type { FileAnswer } from '../../src-shared/api/route.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { StaffLanguageTag } from '../../src-shared/i18n/languages.ts'
import type { Clock } from '../clock/clock.ts'
import type { Printer } from '../printing/printer.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { ReportQueries } from '../store/report-rows.ts'
import type { SiteRow, Store } from '../store/store.ts'
import { toCsv } from './csv.ts'
import { exceptionsOf } from './exceptions.ts'
import { fileStem } from './file-stem.ts'
import { readPeriod, toPeriodWire, type Period } from './period.ts'
import { reportOf } from './report-of.ts'
import { reportPaper } from './report-paper.ts'
import { makeTable } from './report-tables.ts'
import { wordsIn } from '../words/words.ts'

interface ReportParts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly printer: Printer
}

interface Days {
  readonly from: string
  readonly to: string
}

/** So many exceptions of each source a screen shows; a file has more. */
const MOST_ON_SCREEN = 500
const MOST_IN_FILE = 20_000

/** The figures of a period. All of one report is read from one state of the store, so that its sums agree. */
export class ReportService {
  readonly #parts: ReportParts
  constructor(parts: ReportParts) {
    this.#parts = parts
  }

  report(days: Days): Promise<Report | Refusal> {
    return this.#read(days, (queries, period, site) => reportOf(queries, period, site))
  }

  exceptions(days: Days): Promise<Exceptions | Refusal> {
    return this.#read(days, async (queries, period, site) => ({
      server_time: toSiteIso(period.now, site.timezone),
      period: toPeriodWire(period),
      ...(await exceptionsOf(queries, period, site.currency, MOST_ON_SCREEN)),
    }))
  }

  /** @param language what its titles and words are written in; programs get one that stays the same */
  csv(
    days: Days,
    {
      table,
      language = 'en',
      shape,
    }: { table: ReportTableName; language?: StaffLanguageTag | undefined; shape: CsvShape },
  ): Promise<FileAnswer | Refusal> {
    return this.#read(days, async (queries, period, site) => {
      const source = await this.#sourceOf(queries, period, site, shape === 'plain' ? 'en' : language)
      const bytes = new TextEncoder().encode(toCsv(makeTable(table, source), site.currency, shape))
      return { bytes, fileName: `${fileName(site, period, table.replaceAll('_', '-'))}.csv` }
    })
  }

  async pdf(days: Days, language: StaffLanguageTag = 'en'): Promise<FileAnswer | Refusal> {
    const made = await this.#read(days, async (queries, period, site) => ({
      paper: reportPaper(await this.#sourceOf(queries, period, site, language), site, period.now),
      fileName: `${fileName(site, period, 'report')}.pdf`,
    }))
    if (isRefusal(made)) return made
    return { bytes: await this.#parts.printer.reportPdf(made.paper), fileName: made.fileName }
  }

  async #sourceOf(queries: ReportQueries, period: Period, site: SiteRow, language: StaffLanguageTag) {
    const report = await reportOf(queries, period, site)
    const { exceptions } = await exceptionsOf(queries, period, site.currency, MOST_IN_FILE)
    return { report, exceptions, t: await wordsIn(language) }
  }

  async #read<T>(
    days: Days,
    work: (queries: ReportQueries, period: Period, site: SiteRow) => Promise<T>,
  ): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const period = readPeriod(days, site.timezone, this.#parts.clock.now())
    if (isRefusal(period)) return period
    return this.#parts.store.snapshot((queries) => work(queries, period, site))
  }
}

/** What a file is called: the site, what it is, and its days. */
function fileName(site: SiteRow, { fromDate, toDate }: Period, what: string): string {
  const days = fromDate === toDate ? fromDate : `${fromDate}-to-${toDate}`
  return `${fileStem(site)}-${what}-${days}`
}
