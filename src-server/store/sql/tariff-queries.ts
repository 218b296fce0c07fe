import type { Sql } from './sql.ts'
import type { PermitRow, QuoteRow, TariffQueries, TariffVersionRow, TariffWrites } from '../car-park-rows.ts'
import { columns, inserter, insertion } from './rows.ts'

const version = {
  id: 'id',
  number: 'number',
  name: 'name',
  validFrom: 'valid_from',
  plan: 'plan',
  createdAt: 'created_at',
  createdBy: 'created_by',
}
const quote = {
  id: 'id',
  purpose: 'purpose',
  tariffVersionId: 'tariff_version_id',
  bayClass: 'bay_class',
  fromAt: 'from_at',
  toAt: 'to_at',
  amountMinor: 'amount_minor',
  currency: 'currency',
  breakdown: 'breakdown',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
}
export const permit = {
  id: 'id',
  plate: 'plate',
  holder: 'holder',
  bayClass: 'bay_class',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  revokedAt: 'revoked_at',
  revokedReason: 'revoked_reason',
}

export function tariffQueries(db: Sql): TariffQueries {
  const versions = db.prepare<[], TariffVersionRow>(
    `SELECT ${columns(version)} FROM tariff_version ORDER BY number DESC`,
  )
  const byId = db.prepare<[string], TariffVersionRow>(`SELECT ${columns(version)} FROM tariff_version WHERE id = ?`)
  const inForce = db.prepare<[number], TariffVersionRow>(
    `SELECT ${columns(version)} FROM tariff_version WHERE valid_from <= ? ORDER BY valid_from DESC, number DESC LIMIT 1`,
  )
  const selectQuote = db.prepare<[string], QuoteRow>(`SELECT ${columns(quote)} FROM quote WHERE id = ?`)
  const selectPermits = db.prepare<[], PermitRow>(
    `SELECT ${columns(permit)} FROM permit ORDER BY valid_to DESC, plate DESC`,
  )
  const permitById = db.prepare<[string], PermitRow>(`SELECT ${columns(permit)} FROM permit WHERE id = ?`)
  const permitsOfPlate = db.prepare<[{ plate: string; from: number; to: number }], PermitRow>(
    `SELECT ${columns(permit)} FROM permit WHERE plate = @plate AND valid_from < @to AND valid_to > @from
     AND revoked_at IS NULL`,
  )
  const selectPermit = db.prepare<[{ plate: string; at: number; bayClass: string | null }], PermitRow>(
    `SELECT ${columns(permit)} FROM permit WHERE plate = @plate AND valid_from <= @at AND valid_to > @at
     AND revoked_at IS NULL AND (CAST(@bayClass AS TEXT) IS NULL OR bay_class IS NULL OR bay_class = @bayClass)
     ORDER BY valid_to DESC LIMIT 1`,
  )
  return {
    tariffVersions: async () => versions.all(),
    tariffVersion: async (id) => byId.get(id),
    tariffAt: async (at) => inForce.get(at),
    quote: async (id) => selectQuote.get(id),
    permits: async () => selectPermits.all(),
    permit: async (id) => permitById.get(id),
    permitsBetween: async (plate, from, to) => permitsOfPlate.all({ plate, from, to }),
    permitFor: async (plate, at, bayClass) => selectPermit.get({ plate, at, bayClass: bayClass ?? null }),
  }
}

export function tariffWrites(db: Sql): TariffWrites {
  const insertVersion = db.prepare(insertion('tariff_version', version))
  const insertQuote = inserter<QuoteRow>(db, 'quote', quote)
  const insertPermit = db.prepare(insertion('permit', permit))
  const revoke = db.prepare<[{ id: string; at: number; reason: string }]>(
    'UPDATE permit SET revoked_at = @at, revoked_reason = @reason WHERE id = @id AND revoked_at IS NULL',
  )
  return {
    async insertTariffVersion(row) {
      await insertVersion.run(row)
    },
    async insertQuote(row) {
      await insertQuote(row)
    },
    async insertPermit(row) {
      await insertPermit.run(row)
    },
    revokePermit: async (id, at, reason) => (await revoke.run({ id, at, reason })).changes > 0,
  }
}
