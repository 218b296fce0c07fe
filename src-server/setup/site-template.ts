import type { BayClass } from '../../src-shared/api/fields.ts'
import { defaultHours } from '../../src-shared/opening/default-hours.ts'
import type { OpeningRuleRow, ResourceRow, ServiceRow, SiteRow, Transaction } from '../store/store.ts'
import { insertFirstTariff } from './first-tariff.ts'

/** What a new site starts with, so that it can take bookings at once; all of it can be changed afterwards. */
export const defaultRules: Omit<SiteRow, 'name' | 'timezone' | 'currency' | 'demo'> = {
  windowDays: 7,
  washLeadMinutes: 30,
  washSlotMinutes: 30,
  holdMinutes: 5,
  paymentMinutes: 15,
  businessName: '',
  address: '',
  phone: '',
  taxId: '',
  receiptFooter: '',
  upiId: '',
  publicUrl: '',
  parkingBufferMinutes: 10,
  parkingMinMinutes: 15,
  earlyMinutes: 30,
  walkInMinutes: 120,
  washNoShowMinutes: 20,
  parkingNoShowMinutes: 120,
  lockMinutes: 15,
  plateDays: 90,
  phoneDays: 90,
  languages: 'en',
}

interface BayRow {
  readonly letter: string
  readonly bayClass: BayClass
  readonly count: number
}

/** `full` is the demo's lot, `small` a yard with one wash bay; `empty` has no bays, services or hours at all. */
export type SiteTemplate = 'full' | 'small' | 'empty'

const fullLot: readonly BayRow[] = [
  { letter: 'A', bayClass: 'car', count: 20 },
  { letter: 'B', bayClass: 'suv', count: 8 },
  { letter: 'C', bayClass: 'two_wheeler', count: 6 },
  { letter: 'D', bayClass: 'accessible', count: 2 },
  { letter: 'E', bayClass: 'ev', count: 2 },
  { letter: 'F', bayClass: 'permit', count: 2 },
]

const smallLot: readonly BayRow[] = [
  { letter: 'A', bayClass: 'car', count: 8 },
  { letter: 'C', bayClass: 'two_wheeler', count: 1 },
  { letter: 'D', bayClass: 'accessible', count: 1 },
]

const services: readonly ServiceRow[] = [
  {
    id: 'exterior',
    name: 'Exterior',
    description: 'Foam, rinse and hand dry, wheels included.',
    durationMinutes: 20,
    cleanupMinutes: 10,
    priceMinor: 25_000,
    position: 1,
    active: true,
  },
  {
    id: 'interior',
    name: 'Interior',
    description: 'Vacuum, dashboard and glass, inside only.',
    durationMinutes: 30,
    cleanupMinutes: 10,
    priceMinor: 45_000,
    position: 2,
    active: true,
  },
  {
    id: 'full',
    name: 'Full',
    description: 'Inside and outside, the whole car.',
    durationMinutes: 50,
    cleanupMinutes: 10,
    priceMinor: 65_000,
    position: 3,
    active: true,
  },
]

function bays(lot: readonly BayRow[]): readonly ResourceRow[] {
  const labels = lot.flatMap(({ letter, bayClass, count }) =>
    Array.from({ length: count }, (_, index) => ({
      label: `${letter}${String(index + 1).padStart(2, '0')}`,
      bayClass,
    })),
  )
  return labels.map(({ label, bayClass }, index) => ({
    id: label,
    kind: 'bay',
    label,
    bayClass,
    position: index + 1,
    active: true,
    place: null,
  }))
}

function washBays(labels: readonly string[]): readonly ResourceRow[] {
  return labels.map((label, index) => ({
    id: label,
    kind: 'wash_bay',
    label,
    bayClass: null,
    position: index + 1,
    active: true,
    place: null,
  }))
}

/** What somebody said themselves at the first start, in place of the template's. */
export interface OwnBeginning {
  readonly hours?: readonly OpeningRuleRow[] | undefined
  /** Whether the bays come from elsewhere, and whether there are wash bays among them. */
  readonly bays?: 'parking' | 'parking_and_wash' | undefined
}

/** Writes a site with its first tariff, and the template's hours, bays and wash services. */
export async function insertTemplateSite(
  tx: Transaction,
  site: SiteRow,
  template: SiteTemplate = 'full',
  own: OwnBeginning = {},
): Promise<void> {
  await tx.insertSite(site)
  await insertFirstTariff(tx, site)
  for (const rule of own.hours ?? (template === 'empty' ? [] : defaultHours())) await tx.insertOpeningRule(rule)
  for (const resource of own.bays === undefined ? templateBays(template) : []) await tx.insertResource(resource)
  const washes = own.bays === undefined ? template !== 'empty' : own.bays === 'parking_and_wash'
  if (!washes) return
  for (const service of services) await tx.insertService(service)
}

function templateBays(template: SiteTemplate): readonly ResourceRow[] {
  if (template === 'empty') return []
  return template === 'full' ? [...bays(fullLot), ...washBays(['W1', 'W2'])] : [...bays(smallLot), ...washBays(['W1'])]
}
