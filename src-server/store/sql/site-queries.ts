import type { Sql } from './sql.ts'
import type {
  AllocationRow,
  BayPlace,
  ClosureRow,
  ComingBooking,
  LotPlanRow,
  OpeningRuleRow,
  ResourceRow,
  ServiceRow,
  SiteQueries,
  SiteRow,
  Transaction,
} from '../store.ts'
import { allocation } from './booking-columns.ts'
import { bits, columns, insertion, updater } from './rows.ts'

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
  businessName: 'business_name',
  address: 'address',
  phone: 'phone',
  taxId: 'tax_id',
  receiptFooter: 'receipt_footer',
  upiId: 'upi_id',
  publicUrl: 'public_url',
  parkingBufferMinutes: 'parking_buffer_minutes',
  parkingMinMinutes: 'parking_min_minutes',
  earlyMinutes: 'early_minutes',
  walkInMinutes: 'walk_in_minutes',
  washNoShowMinutes: 'wash_no_show_minutes',
  parkingNoShowMinutes: 'parking_no_show_minutes',
  lockMinutes: 'lock_minutes',
  plateDays: 'plate_days',
  phoneDays: 'phone_days',
  languages: 'languages',
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

interface RawSite extends Omit<SiteRow, 'demo'> {
  demo: number
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

const COMING_COLUMNS = `b.id AS "id", b.reference AS "reference", b.kind AS "kind", b.plate AS "plate", b.phone AS "phone",
  b.starts_at AS "startsAt", b.ends_at AS "endsAt",
  r.label AS "resourceLabel" FROM booking AS b JOIN resource AS r ON r.id = b.resource_id`
const IS_COMING = "b.state IN ('held', 'awaiting_payment', 'confirmed')"
/** Kind by kind, so that both halves go by the index of kind and start. */
const COMING = `SELECT ${COMING_COLUMNS} WHERE b.kind = 'parking' AND b.starts_at >= ? AND ${IS_COMING}
  UNION ALL SELECT ${COMING_COLUMNS} WHERE b.kind = 'wash' AND b.starts_at >= ? AND ${IS_COMING}
  ORDER BY "startsAt", "id"`

export function siteQueries(db: Sql): SiteQueries {
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
  const selectEveryService = db.prepare<[], RawService>(`SELECT ${columns(service)} FROM service ORDER BY position, id`)
  const selectEveryResource = db.prepare<[], RawResource>(
    `SELECT ${columns(resource)} FROM resource ORDER BY kind, position, label`,
  )
  const selectPlan = db.prepare<[], LotPlanRow>('SELECT width, height, features FROM lot_plan')
  const selectAllocations = db.prepare<[string, number], AllocationRow>(
    `SELECT ${columns(allocation)} FROM allocation WHERE resource_id = ?
     AND state IN ('held', 'confirmed', 'in_use', 'blocked') AND (busy_to > ? OR state = 'in_use') ORDER BY busy_from`,
  )
  const selectComing = db.prepare<[number, number], ComingBooking>(COMING)
  const selectMoney = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM tender)').pluck()
  const toService = (row: RawService): ServiceRow => ({ ...row, active: row.active === 1 })
  return {
    async site() {
      const row = await selectSite.get()
      return row && { ...row, demo: row.demo === 1 }
    },
    openingRules: async () => selectRules.all(),
    closures: async (fromDate, toDate) => selectClosures.all(fromDate, toDate),
    services: async () => (await selectServices.all()).map(toService),
    everyService: async () => (await selectEveryService.all()).map(toService),
    everyResource: async () => (await selectEveryResource.all()).map(toResource),
    lotPlan: async () => selectPlan.get(),
    allocationsOf: async (resourceId, now) => selectAllocations.all(resourceId, now),
    comingBookings: async (now) => selectComing.all(now, now),
    hasTakenMoney: async () => (await selectMoney.get()) === 1,
    resources: async (kind) => (await selectResources.all(kind)).map(toResource),
    async resource(id) {
      const row = await selectResource.get(id)
      return row && toResource(row)
    },
  }
}

type SiteWrites = Pick<
  Transaction,
  | 'insertSite'
  | 'insertOpeningRule'
  | 'insertClosure'
  | 'insertService'
  | 'insertResource'
  | 'updateSite'
  | 'clearOpeningRules'
  | 'deleteClosure'
  | 'updateService'
  | 'updateResource'
  | 'setLotPlan'
>

const UNPLACED = { x: null, y: null, width: null, height: null, rotation: null }

export function siteWrites(db: Sql): SiteWrites {
  const insertSite = db.prepare(insertion('site', { id: 'id', ...site }))
  const insertRule = db.prepare('INSERT INTO opening_rule VALUES (@kind, @weekday, @opens, @closes)')
  const insertClosure = db.prepare('INSERT INTO closure VALUES (@id, @kind, @fromDate, @toDate, @reason)')
  const insertService = db.prepare(insertion('service', service))
  const insertResource = db.prepare(insertion('resource', resource))
  const clearRules = db.prepare('DELETE FROM opening_rule')
  const deleteClosure = db.prepare('DELETE FROM closure WHERE id = ?')
  const upsertPlan = db.prepare(
    `INSERT INTO lot_plan VALUES (1, @width, @height, @features) ON CONFLICT (${db.keyed}id) DO UPDATE
     SET width = excluded.width, height = excluded.height, features = excluded.features`,
  )
  const changeSite = updater(db, 'site', site)
  const changeService = updater(db, 'service', service)
  const changeResource = updater(db, 'resource', resource)
  return {
    async updateSite(change) {
      await changeSite(1, bits(change))
    },
    async clearOpeningRules() {
      await clearRules.run()
    },
    deleteClosure: async (id) => (await deleteClosure.run(id)).changes > 0,
    async updateService(id, values) {
      await changeService(id, bits(values))
    },
    async updateResource(id, { place, ...rest }) {
      await changeResource(id, { ...bits(rest), ...(place === undefined ? {} : (place ?? UNPLACED)) })
    },
    async setLotPlan(row) {
      await upsertPlan.run(row)
    },
    async insertSite(row) {
      await insertSite.run({ id: 1, ...bits(row) })
    },
    async insertOpeningRule(row) {
      await insertRule.run(row)
    },
    async insertClosure(row) {
      await insertClosure.run(row)
    },
    async insertService(row) {
      await insertService.run({ ...row, active: Number(row.active) })
    },
    async insertResource(row) {
      const { place, ...rest } = row
      await insertResource.run({ ...bits(rest), ...(place ?? UNPLACED) })
    },
  }
}
