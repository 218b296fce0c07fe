import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import type { Purpose } from '../session/session.ts'

/** What can be booked at the kiosk at all. */
export function purposesOf(site: Site): Purpose[] {
  return [
    ...(letClasses(site).length > 0 ? ['parking' as const] : []),
    ...(site.wash_services.length > 0 ? ['wash' as const] : []),
  ]
}

/** The classes of bay that a customer can book. Bays for permits are given by the attendant, who sees the permit. */
export function letClasses(site: Pick<Site, 'bay_classes'>): BayClass[] {
  return site.bay_classes
    .filter(({ bay_class, count }) => bay_class !== 'permit' && count > 0)
    .map(({ bay_class }) => bay_class)
}
