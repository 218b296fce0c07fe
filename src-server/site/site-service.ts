import type { DateWindow } from '../../src-shared/api/booking-schemas.ts'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { languageTags, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { tariffSummary } from '../../src-shared/tariff/tariff-summary.ts'
import { bookingWindow } from '../booking/booking-window.ts'
import type { Clock } from '../clock/clock.ts'
import type { Settings } from '../settings/settings.ts'
import type { ClosureRow, Queries, SiteRow, Store } from '../store/store.ts'
import { storedPlan } from '../tariff/stored-plan.ts'
import { forMachines, paperLanguage, wordsIn } from '../words/words.ts'
import { plusDays } from './site-calendar.ts'

/** The kiosk's page, with a slash at the end. */
export interface NetworkPlaces {
  /** As the LAN reaches it; undefined where only this machine can. */
  readonly lan: string | undefined
  readonly local: string
}

/** What the site is: its row in the store, with what the settings override. */
export class SiteService {
  readonly #store: Store
  readonly #clock: Clock
  readonly #settings: Pick<Settings, 'timezone' | 'kioskAccess'>
  readonly #network: () => NetworkPlaces
  #row: SiteRow | undefined
  #words: Translator = forMachines

  /** @param network where the kiosk's page is on the network now */
  constructor(
    store: Store,
    clock: Clock,
    settings: Pick<Settings, 'timezone' | 'kioskAccess'>,
    network: () => NetworkPlaces,
  ) {
    this.#store = store
    this.#clock = clock
    this.#settings = settings
    this.#network = network
  }

  /** The site's row, or undefined before the first start was completed. */
  async row(): Promise<SiteRow | undefined> {
    if (this.#row === undefined) await this.reload()
    return this.#row
  }

  /** Reads the row again after it was written. */
  async reload(): Promise<void> {
    const stored = await this.#store.read((queries) => queries.site())
    this.#words = await wordsIn(paperLanguage(languagesOf(stored)))
    this.#row = stored && { ...stored, timezone: this.#settings.timezone ?? stored.timezone }
  }

  /** The zone that the clock speaks in; UTC until the site has one. */
  get timezone(): string {
    return this.#row?.timezone ?? this.#settings.timezone ?? 'UTC'
  }

  /** What writes receipts, posters and what else customers are handed: in the first of the site's languages. */
  get words(): Translator {
    return this.#words
  }

  /** The first of the site's languages. */
  get language(): LanguageTag {
    return languagesOf(this.#row)[0] ?? 'en'
  }

  /**
   * Where a customer's phone opens the kiosk's page, with a slash at the end: what codes, links and receipts say. The
   * site's own address where it has one, this machine's on the LAN otherwise.
   */
  get customerPage(): string {
    return this.#publicPage ?? this.tabletPage
  }

  /** Where a tablet is paired. Tablets stand on the LAN; only where there is none do they come by the site's address. */
  get tabletPage(): string {
    const { lan, local } = this.#network()
    return lan ?? this.#publicPage ?? local
  }

  get #publicPage(): string | undefined {
    const url = this.#row?.publicUrl ?? ''
    return url === '' ? undefined : `${url}/kiosk/`
  }

  /** What everybody may know of the site. */
  async describe(): Promise<Site | Refusal> {
    const site = await this.row()
    if (site === undefined) return refuse('setup_needed')
    const window = bookingWindow(site, this.#clock.now())
    return this.#store.read(async (queries) => ({
      name: site.name,
      timezone: site.timezone,
      currency: site.currency,
      demo: site.demo,
      kiosk_access: this.#settings.kioskAccess,
      customer_page: this.customerPage,
      window,
      opening_hours: [...(await queries.openingRules())],
      closed_days: closedDays(await queries.closures(window.min_date, window.max_date), window),
      wash_services: (await queries.services()).map((service) => ({
        id: service.id,
        name: service.name,
        description: service.description,
        duration_minutes: service.durationMinutes,
        cleanup_minutes: service.cleanupMinutes,
        price: { amount_minor: service.priceMinor, currency: site.currency },
      })),
      bay_classes: countByClass((await queries.resources('bay')).map((bay) => bay.bayClass)),
      tariff_summary: await posterLines(queries, site.currency, this.#clock.now(), this.#words),
      languages: languagesOf(site),
    }))
  }
}

/** The tariff in force, as a poster says it. */
async function posterLines(queries: Queries, currency: string, now: number, words: Translator): Promise<string[]> {
  const version = await queries.tariffAt(now)
  return version === undefined ? [] : [...tariffSummary(storedPlan(version), currency, words)]
}

/** In the order in which the site wants them; English where nothing is set up. */
function languagesOf(site: Pick<SiteRow, 'languages'> | undefined): LanguageTag[] {
  const tags = site?.languages.split(',') ?? []
  const known = tags.flatMap((tag) => languageTags.filter((one) => one === tag))
  return known.length === 0 ? ['en'] : known
}

function closedDays(closures: readonly ClosureRow[], window: DateWindow): Site['closed_days'] {
  return closures.flatMap(({ kind, fromDate, toDate }) => {
    const days: Site['closed_days'] = []
    const last = toDate < window.max_date ? toDate : window.max_date
    for (let date = fromDate > window.min_date ? fromDate : window.min_date; date <= last; date = plusDays(date, 1)) {
      days.push({ date, kind })
    }
    return days
  })
}

function countByClass(classes: readonly (BayClass | null)[]): Site['bay_classes'] {
  const counts = new Map<BayClass, number>()
  for (const name of classes) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([bay_class, count]) => ({ bay_class, count }))
}
