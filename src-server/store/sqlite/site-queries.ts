import type { Database } from 'better-sqlite3'
import type {
  BayPlace,
  ClosureRow,
  OpeningRuleRow,
  ResourceRow,
  ServiceRow,
  SiteQueries,
  SiteRow,
  Transaction,
} from '../store.ts'
import { columns, insertion } from './rows.ts'

const site = {
  name: 'name',
  timezone: 'timezone',
  currency: 'currency',
  demo: 'demo',
  windowDays: 'window_days',
  washLeadMinutes: 'wash_lead_minutes',
  washSlotMinutes: 'wash_slot_minutes',
  holdMinutes: 'hold_minutes',
  paymentMinutes: 'payment_minutes',
  tariffSummary: 'tariff_summary',
  businessName: 'business_name',
  address: 'address',
  phone: 'phone',
  taxId: 'tax_id',
  receiptFooter: 'receipt_footer',
  upiId: 'upi_id',
  parkingBufferMinutes: 'parking_buffer_minutes',
  parkingMinMinutes: 'parking_min_minutes',
  earlyMinutes: 'early_minutes',
  walkInMinutes: 'walk_in_minutes',
  washNoShowMinutes: 'wash_no_show_minutes',
  parkingNoShowMinutes: 'parking_no_show_minutes',
}
const closure = { id: 'id', kind: 'kind', fromDate: 'from_date', toDate: 'to_date', reason: 'reason' }
const resource = {
  id: 'id',
  kind: 'kind',
  label: 'label',
  bayClass: 'bay_class',
  position: 'position',
  active: 'active',
  x: 'x',
  y: 'y',
  width: 'width',
  height: 'height',
  rotation: 'rotation',
}
const service = {
  id: 'id',
  name: 'name',
  description: 'description',
  durationMinutes: 'duration_minutes',
  cleanupMinutes: 'cleanup_minutes',
  priceMinor: 'price_minor',
  position: 'position',
  active: 'active',
}

interface RawSite extends Omit<SiteRow, 'demo' | 'tariffSummary'> {
  demo: number
  tariffSummary: string
}

interface RawResource extends Omit<ResourceRow, 'active' | 'place'> {
  active: number
  x: number | null
  y: number | null
  width: number | null
  height: number | null
  rotation: BayPlace['rotation'] | null
}

function toResource({ x, y, width, height, rotation, active, ...row }: RawResource): ResourceRow {
  const isPlaced = x !== null && y !== null && width !== null && height !== null
  return { ...row, active: active === 1, place: isPlaced ? { x, y, width, height, rotation: rotation ?? 0 } : null }
}

interface RawService extends Omit<ServiceRow, 'active'> {
  active: number
}

export function siteQueries(db: Database): SiteQueries {
  const selectSite = db.prepare<[], RawSite>(`SELECT ${columns(site)} FROM site`)
  const selectRules = db.prepare<[], OpeningRuleRow>(
    'SELECT kind, weekday, opens, closes FROM opening_rule ORDER BY kind, weekday, opens',
  )
  const selectClosures = db.prepare<[string, string], ClosureRow>(
    `SELECT ${columns(closure)} FROM closure WHERE to_date >= ? AND from_date <= ? ORDER BY from_date`,
  )
  const selectServices = db.prepare<[], RawService>(
    `SELECT ${columns(service)} FROM service WHERE active = 1 ORDER BY position`,
  )
  const selectResources = db.prepare<[string], RawResource>(
    `SELECT ${columns(resource)} FROM resource WHERE kind = ? AND active = 1 ORDER BY position`,
  )
  const selectResource = db.prepare<[string], RawResource>(`SELECT ${columns(resource)} FROM resource WHERE id = ?`)
  return {
    async site() {
      const row = selectSite.get()
      return (
        row && {
          ...row,
          demo: row.demo === 1,
          tariffSummary: row.tariffSummary.split('\n').filter((line) => line !== ''),
        }
      )
    },
    openingRules: async () => selectRules.all(),
    closures: async (fromDate, toDate) => selectClosures.all(fromDate, toDate),
    services: async () => selectServices.all().map((row) => ({ ...row, active: row.active === 1 })),
    resources: async (kind) => selectResources.all(kind).map(toResource),
    async resource(id) {
      const row = selectResource.get(id)
      return row && toResource(row)
    },
  }
}

type SiteWrites = Pick<
  Transaction,
  'insertSite' | 'insertOpeningRule' | 'insertClosure' | 'insertService' | 'insertResource'
>

export function siteWrites(db: Database): SiteWrites {
  const insertSite = db.prepare(insertion('site', { id: 'id', ...site }))
  const insertRule = db.prepare('INSERT INTO opening_rule VALUES (@kind, @weekday, @opens, @closes)')
  const insertClosure = db.prepare('INSERT INTO closure VALUES (@id, @kind, @fromDate, @toDate, @reason)')
  const insertService = db.prepare(insertion('service', service))
  const insertResource = db.prepare(insertion('resource', resource))
  return {
    async insertSite(row) {
      insertSite.run({ id: 1, ...row, demo: row.demo ? 1 : 0, tariffSummary: row.tariffSummary.join('\n') })
    },
    async insertOpeningRule(row) {
      insertRule.run(row)
    },
    async insertClosure(row) {
      insertClosure.run(row)
    },
    async insertService(row) {
      insertService.run({ ...row, active: Number(row.active) })
    },
    async insertResource(row) {
      const { place, active, ...rest } = row
      const unplaced = { x: null, y: null, width: null, height: null, rotation: null }
      insertResource.run({ ...rest, active: Number(active), ...(place ?? unplaced) })
    },
  }
}
