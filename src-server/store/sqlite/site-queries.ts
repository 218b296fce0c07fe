import type { Database } from 'better-sqlite3'
import type {
  ClosureRow,
  OpeningRuleRow,
  ResourceRow,
  ServiceRow,
  SiteQueries,
  SiteRow,
  Transaction,
} from '../store.ts'
import { columns } from './rows.ts'

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
}
const closure = { id: 'id', kind: 'kind', fromDate: 'from_date', toDate: 'to_date', reason: 'reason' }
const resource = { id: 'id', kind: 'kind', label: 'label', bayClass: 'bay_class', position: 'position' }
const service = {
  id: 'id',
  name: 'name',
  description: 'description',
  durationMinutes: 'duration_minutes',
  cleanupMinutes: 'cleanup_minutes',
  priceMinor: 'price_minor',
  position: 'position',
}

interface RawSite extends Omit<SiteRow, 'demo' | 'tariffSummary'> {
  demo: number
  tariffSummary: string
}

export function siteQueries(db: Database): SiteQueries {
  const selectSite = db.prepare<[], RawSite>(`SELECT ${columns(site)} FROM site`)
  const selectRules = db.prepare<[], OpeningRuleRow>(
    'SELECT kind, weekday, opens, closes FROM opening_rule ORDER BY kind, weekday, opens',
  )
  const selectClosures = db.prepare<[string, string], ClosureRow>(
    `SELECT ${columns(closure)} FROM closure WHERE to_date >= ? AND from_date <= ? ORDER BY from_date`,
  )
  const selectServices = db.prepare<[], ServiceRow>(`SELECT ${columns(service)} FROM service ORDER BY position`)
  const selectResources = db.prepare<[string], ResourceRow>(
    `SELECT ${columns(resource)} FROM resource WHERE kind = ? ORDER BY position`,
  )
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
    services: async () => selectServices.all(),
    resources: async (kind) => selectResources.all(kind),
  }
}

type SiteWrites = Pick<
  Transaction,
  'insertSite' | 'insertOpeningRule' | 'insertClosure' | 'insertService' | 'insertResource'
>

export function siteWrites(db: Database): SiteWrites {
  const insertSite = db.prepare(
    `INSERT INTO site VALUES (1, @name, @timezone, @currency, @demo, @windowDays, @washLeadMinutes, @washSlotMinutes,
     @holdMinutes, @paymentMinutes, @tariffSummary)`,
  )
  const insertRule = db.prepare('INSERT INTO opening_rule VALUES (@kind, @weekday, @opens, @closes)')
  const insertClosure = db.prepare('INSERT INTO closure VALUES (@id, @kind, @fromDate, @toDate, @reason)')
  const insertService = db.prepare(
    'INSERT INTO service VALUES (@id, @name, @description, @durationMinutes, @cleanupMinutes, @priceMinor, @position)',
  )
  const insertResource = db.prepare('INSERT INTO resource VALUES (@id, @kind, @label, @bayClass, @position)')
  return {
    async insertSite(row) {
      insertSite.run({ ...row, demo: row.demo ? 1 : 0, tariffSummary: row.tariffSummary.join('\n') })
    },
    async insertOpeningRule(row) {
      insertRule.run(row)
    },
    async insertClosure(row) {
      insertClosure.run(row)
    },
    async insertService(row) {
      insertService.run(row)
    },
    async insertResource(row) {
      insertResource.run(row)
    },
  }
}
