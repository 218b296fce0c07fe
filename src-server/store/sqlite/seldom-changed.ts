import type { OpeningRuleRow, Queries, ResourceRow, ServiceRow } from '../store.ts'

type Remembered = Pick<Queries, 'openingRules' | 'services' | 'resources' | 'standingBays'>

/**
 * What a site is set up with, and where cars stand, remembered from one commit to the next: each booking needs all of
 * it, and bookings come by the hundred between two changes. For the connection that writes, which alone knows when.
 */
export class SeldomChanged {
  #rules: readonly OpeningRuleRow[] | undefined
  #services: readonly ServiceRow[] | undefined
  #standing: readonly string[] | undefined
  readonly #resources = new Map<ResourceRow['kind'], readonly ResourceRow[]>()

  /** The queries, asked of the store only when the answer is not known. */
  reading(queries: Remembered): Remembered {
    return {
      openingRules: async () => (this.#rules ??= await queries.openingRules()),
      services: async () => (this.#services ??= await queries.services()),
      standingBays: async () => (this.#standing ??= await queries.standingBays()),
      resources: async (kind) => {
        const known = this.#resources.get(kind) ?? (await queries.resources(kind))
        this.#resources.set(kind, known)
        return known
      },
    }
  }

  /** A car has come, gone or moved. */
  forgetCars(): void {
    this.#standing = undefined
  }

  forget(): void {
    this.forgetCars()
    this.#rules = undefined
    this.#services = undefined
    this.#resources.clear()
  }
}
