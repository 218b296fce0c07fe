import type { Sql } from './sql.ts'
import type {
  ChainedRow,
  ChainTender,
  ReportQueries,
  TrailFilter,
  TrailRow,
  UnbalancedPayment,
} from '../report-rows.ts'
import { contains } from './like.ts'

/** A line with what it told of a person, where that is not erased. */
const WHOLE_LINE = `e.seq AS "seq", e.at AS "at", e.kind AS "kind", e.subject AS "subject", e.actor AS "actor",
  e.data AS "data", e.hash AS "hash", p.salt AS "salt", p.data AS "personal"
  FROM event AS e LEFT JOIN event_personal AS p ON p.at = e.at AND p.seq = e.seq`
const TENDER = 'id, payment_id AS "paymentId", kind, method, amount_minor AS "amountMinor"'

type AuditQueries = Pick<
  ReportQueries,
  | 'trail'
  | 'trailBounds'
  | 'trailLength'
  | 'chain'
  | 'personalErasedUntil'
  | 'tender'
  | 'tendersAfter'
  | 'unbalancedPayments'
  | 'receiptTotal'
  | 'userNames'
>

export const TRAIL_BOUNDS = 'SELECT min(seq) AS "first", max(seq) AS "last" FROM event WHERE at >= @from AND at < @to'

const UNBALANCED = `SELECT * FROM (SELECT p.rowid AS "row", p.id AS "id", p.paid_minor AS "paidMinor",
    p.refunded_minor AS "refundedMinor", p.discount_minor AS "discountMinor",
    (SELECT coalesce(sum(amount_minor), 0) FROM tender WHERE payment_id = p.id AND kind = 'payment') AS "tenderedMinor",
    (SELECT coalesce(sum(amount_minor), 0) FROM tender WHERE payment_id = p.id AND kind = 'refund') AS "givenBackMinor",
    (SELECT coalesce(sum(amount_minor), 0) FROM discount WHERE payment_id = p.id) AS "discountsMinor"
  FROM payment AS p WHERE p.rowid > @row AND p.rowid <= @last)
  AS sums WHERE "paidMinor" <> "tenderedMinor" OR "refundedMinor" <> "givenBackMinor" OR "discountMinor" <> "discountsMinor"`

const ERASED_UNTIL = `SELECT max(CAST(data ->> 'plates_until' AS bigint)) FROM event WHERE kind = 'privacy.erased'`

/** The audit trail as it is read and verified. */
export function auditQueries(db: Sql): AuditQueries {
  return {
    async trailBounds(from, to) {
      const row = await db
        .prepare<[object], { first: number | null; last: number | null }>(TRAIL_BOUNDS)
        .get({ from, to })
      return row?.first == null || row.last === null ? undefined : { first: row.first, last: row.last }
    },
    trail: async (filter) => {
      const { text, values } = trailStatement(filter)
      return db.prepare<[object], TrailRow>(text).all(values)
    },
    trailLength: async () => (await db.prepare<[], number | null>('SELECT max(seq) FROM event').pluck().get()) ?? 0,
    personalErasedUntil: async () => (await db.prepare<[], number | null>(ERASED_UNTIL).pluck().get()) ?? null,
    chain: async (after, limit) =>
      db
        .prepare<[number, number], ChainedRow>(`SELECT ${WHOLE_LINE} WHERE e.seq > ? ORDER BY e.seq LIMIT ?`)
        .all(after, limit),
    tender: async (id) => db.prepare<[string], ChainTender>(`SELECT ${TENDER} FROM tender WHERE id = ?`).get(id),
    tendersAfter: async (row, limit) =>
      db
        .prepare<[number, number], ChainTender & { row: number }>(
          `SELECT rowid AS "row", ${TENDER} FROM tender WHERE rowid > ? ORDER BY rowid LIMIT ?`,
        )
        .all(row, limit),
    async unbalancedPayments(row, limit) {
      const last = await db
        .prepare<[number, number], number | null>(
          'SELECT max(rowid) FROM (SELECT rowid FROM payment WHERE rowid > ? ORDER BY rowid LIMIT ?) AS page',
        )
        .pluck()
        .get(row, limit)
      if (last == null) return { unbalanced: [], lastRow: null }
      return { unbalanced: await db.prepare<[object], UnbalancedPayment>(UNBALANCED).all({ row, last }), lastRow: last }
    },
    receiptTotal: async (series, number) =>
      db
        .prepare<[string, number], number>('SELECT total_minor FROM receipt WHERE series = ? AND number = ?')
        .pluck()
        .get(series, number),
    userNames: async () =>
      db.prepare<[], { id: string; name: string }>('SELECT id, name FROM "user" ORDER BY name').all(),
  }
}

/** A kind, or all kinds that begin as one that ends in a dot: nothing in a kind comes after a tilde. */
function kindIs(kind: string, value: string): string {
  return kind.endsWith('.') ? `(e.kind >= ${value} AND e.kind < ${value} || '~')` : `e.kind = ${value}`
}

/** Only what is asked for stands in the statement, so that SQLite can take the index of it. */
export function trailStatement(filter: TrailFilter): { text: string; values: Record<string, string | number> } {
  const { kinds, actor, subject, text, limit, from, to, after, before } = filter
  const values: Record<string, string | number> = { limit, from, to, after, before }
  const where = ['e.seq > @after', 'e.seq < @before', 'e.at >= @from', 'e.at < @to']
  for (const [name, value] of Object.entries({ actor, subject })) {
    if (value === undefined) continue
    where.push(`e.${name} = @${name}`)
    values[name] = value
  }
  if (kinds.length > 0) {
    where.push(`(${kinds.map((kind, index) => kindIs(kind, `@kind${index}`)).join(' OR ')})`)
    for (const [index, kind] of kinds.entries()) values[`kind${index}`] = kind
  }
  if (text !== undefined) {
    const searched = `e.kind || ' ' || e.subject || ' ' || CAST(e.data AS TEXT) || ' ' || coalesce(CAST(p.data AS TEXT), '')`
    where.push(String.raw`lower(${searched}) LIKE @text ESCAPE '\'`)
    values['text'] = contains(text.toLowerCase())
  }
  return { text: `SELECT ${WHOLE_LINE} WHERE ${where.join(' AND ')} ORDER BY e.seq DESC LIMIT @limit`, values }
}
