import type { TariffVersionRow, WaitlistRow } from '../car-park-rows.ts'
import type { ClosureRow, OpeningRuleRow, Queries, ResourceRow, ServiceRow } from '../store.ts'

type Remembered = Pick<
  Queries,
  'openingRules' | 'services' | 'resources' | 'closures' | 'tariffAt' | 'standingBays' | 'openWaitlist'
>
type Asked = Remembered & Pick<Queries, 'tariffVersions'>

/** Every day that there is, as dates of four digits compare. */
const EVER = ['0000-01-01', '9999-12-31'] as const

/**
 * What a site is set up with, where cars stand and who waits, remembered from one commit to the next: each booking needs
 * all of it, and bookings come by the hundred between two changes. For the connection that writes, which alone knows when.
 */
export class SeldomChanged {
  #rules: readonly OpeningRuleRow[] | undefined
  #services: readonly ServiceRow[] | undefined
  #closures: readonly ClosureRow[] | undefined
  #tariffs: readonly TariffVersionRow[] | undefined
  #standing: readonly string[] | undefined
  #waiting: readonly WaitlistRow[] | undefined
  readonly #resources = new Map<ResourceRow['kind'], readonly ResourceRow[]>()

  /** The queries, asked of the store only when the answer is not known. */
  reading(queries: Asked): Remembered {
    return {
      openingRules: async () => (this.#rules ??= await queries.openingRules()),
      services: async () => (this.#services ??= await queries.services()),
      closures: async (from, to) => {
        const all = (this.#closures ??= await queries.closures(...EVER))
        return all.filter(({ fromDate, toDate }) => toDate >= from && fromDate <= to)
      },
      tariffAt: async (at) => {
        const latestFirst = (this.#tariffs ??= (await queries.tariffVersions()).toSorted(later))
        return latestFirst.find(({ validFrom }) => validFrom <= at)
      },
      standingBays: async () => (this.#standing ??= await queries.standingBays()),
      openWaitlist: async () => (this.#waiting ??= await queries.openWaitlist()),
      resources: async (kind) => {
        const known = this.#resources.get(kind) ?? (await queries.resources(kind))
        this.#resources.set(kind, known)
        return known
      },
    }
  }

  /** A car has come, gone or moved, or somebody waits for a bay or no longer does. */
  forgetCars(): void {
    this.#standing = undefined
    this.#waiting = undefined
  }

  forget(): void {
    this.forgetCars()
    this.#rules = undefined
    this.#services = undefined
    this.#closures = undefined
    this.#tariffs = undefined
    this.#resources.clear()
  }
}

/** The order in which the tariff of an instant is looked for. */
function later(one: TariffVersionRow, other: TariffVersionRow): number {
  return other.validFrom - one.validFrom || other.number - one.number
}
