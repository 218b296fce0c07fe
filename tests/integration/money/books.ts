import type { Database } from 'better-sqlite3'
import type { StillServer } from '../../support/still-server.ts'
import type { ZReport } from '../../../src-shared/api/shift-schemas.ts'

/** Fails where the books of a store do not balance. */
export function mustBalance(still: StillServer): void {
  const differences = still.look(balance)
  if (differences.length > 0) throw new Error(`the books do not balance: ${JSON.stringify(differences)}`)
}

/** Two books that should say the same, and do not. */
export interface Difference {
  readonly currency: string
  readonly what: string
  readonly expected: number
  readonly found: number
}

type Sums = ReadonlyMap<string, number>

function sums(db: Database, sql: string): Sums {
  return new Map(
    db
      .prepare<[], { currency: string; n: number }>(sql)
      .all()
      .map(({ currency, n }) => [currency, n]),
  )
}

const MOVED = "sum(CASE kind WHEN 'payment' THEN amount_minor ELSE -amount_minor END)"

/**
 * An auditor's look at the books as they are on the disk, without the product's code: every tender is on a receipt, or
 * lies in a payment without one; in a shift's report, or in the open shift; and in the trail. To the minor unit.
 */
export function balance(db: Database): readonly Difference[] {
  const found: Difference[] = []
  const tenders = sums(db, `SELECT currency, ${MOVED} AS n FROM tender GROUP BY currency`)
  function compare(what: string, book: Sums): void {
    for (const currency of new Set([...tenders.keys(), ...book.keys()])) {
      const [expected, other] = [tenders.get(currency) ?? 0, book.get(currency) ?? 0]
      if (expected !== other) found.push({ currency, what, expected, found: other })
    }
  }
  compare('payments', sums(db, 'SELECT currency, sum(paid_minor - refunded_minor) AS n FROM payment GROUP BY currency'))
  compare('receipts less credit notes, and what has none', receipted(db))
  compare('shifts', shifted(db))
  compare('the trail', trailed(db))
  return [...found, ...eachPayment(db), ...eachShift(db), ...withoutReceipt(db)]
}

function receipted(db: Database): Sums {
  return sums(
    db,
    `SELECT currency, sum(n) AS n FROM (
       SELECT currency, CASE series WHEN 'R' THEN total_minor ELSE -total_minor END AS n FROM receipt
       UNION ALL
       SELECT currency, paid_minor - refunded_minor FROM payment AS p
         WHERE NOT EXISTS (SELECT 1 FROM receipt WHERE payment_id = p.id)
     ) AS sums GROUP BY currency`,
  )
}

interface ReportRow {
  readonly id: string
  readonly report: string
}

function reports(db: Database): readonly { id: string; report: ZReport }[] {
  const rows = db.prepare<[], ReportRow>("SELECT id, report FROM shift WHERE state = 'closed'").all()
  return rows.map(({ id, report }) => ({ id, report: JSON.parse(report) as ZReport }))
}

function shifted(db: Database): Sums {
  const open = sums(
    db,
    `SELECT t.currency, sum(CASE t.kind WHEN 'payment' THEN amount_minor ELSE -amount_minor END) AS n FROM tender AS t
     JOIN shift AS s ON s.id = t.shift_id WHERE s.state = 'open' GROUP BY t.currency`,
  )
  const all = new Map(open)
  for (const { report } of reports(db)) {
    all.set(report.currency, (all.get(report.currency) ?? 0) + report.takings_minor)
  }
  return all
}

function trailed(db: Database): Sums {
  return sums(
    db,
    `SELECT data ->> 'currency' AS currency,
       sum(CASE kind WHEN 'payment.recorded' THEN 1 ELSE -1 END * CAST(data ->> 'amount_minor' AS bigint)) AS n
     FROM event WHERE kind IN ('payment.recorded', 'payment.refunded') GROUP BY 1`,
  )
}

/**
 * Money that counts and is on no receipt: of a car that has left, or that has got a receipt for what was asked of it
 * later. What is left to pay is what was not paid before, so all that was kept before counted.
 */
function withoutReceipt(db: Database): readonly Difference[] {
  const kept = db.prepare<[], { id: string; currency: string; n: number }>(
    `SELECT p.id, p.currency, p.paid_minor - p.refunded_minor AS n FROM payment AS p JOIN stay AS s ON s.id = p.stay_id
     WHERE p.paid_minor > p.refunded_minor AND NOT EXISTS (SELECT 1 FROM receipt WHERE payment_id = p.id)
       AND (s.state = 'exited' OR EXISTS (SELECT 1 FROM payment AS later JOIN receipt AS r ON r.payment_id = later.id
         WHERE later.stay_id = p.stay_id AND later.rowid > p.rowid))`,
  )
  return kept.all().map(({ id, currency, n }) => ({ currency, what: `on a receipt of ${id}`, expected: n, found: 0 }))
}

interface PaymentLine {
  readonly id: string
  readonly state: string
  readonly currency: string
  readonly gross: number
  readonly discount: number
  readonly paid: number
  readonly refunded: number
  readonly came: number
  readonly went: number
  readonly off: number
  readonly receipts: number
  readonly charged: number
  readonly credited: number
}

const PAYMENTS = `SELECT id, state, currency, gross_minor AS gross, discount_minor AS discount, paid_minor AS paid,
    refunded_minor AS refunded,
    (SELECT coalesce(sum(amount_minor), 0) FROM tender WHERE payment_id = p.id AND kind = 'payment') AS came,
    (SELECT coalesce(sum(amount_minor), 0) FROM tender WHERE payment_id = p.id AND kind = 'refund') AS went,
    (SELECT coalesce(sum(amount_minor), 0) FROM discount WHERE payment_id = p.id) AS off,
    (SELECT count(*) FROM receipt WHERE payment_id = p.id AND series = 'R') AS receipts,
    (SELECT coalesce(sum(total_minor), 0) FROM receipt WHERE payment_id = p.id AND series = 'R') AS charged,
    (SELECT coalesce(sum(total_minor), 0) FROM receipt WHERE payment_id = p.id AND series = 'C') AS credited
  FROM payment AS p`

/** Each payment against its own tenders, discounts and receipts. */
function eachPayment(db: Database): readonly Difference[] {
  return db
    .prepare<[], PaymentLine>(PAYMENTS)
    .all()
    .flatMap((line) => {
      const { id, currency } = line
      const checks: readonly (readonly [string, number, number])[] = [
        ['paid', line.came, line.paid],
        ['refunded', line.went, line.refunded],
        ['discounts', line.off, line.discount],
        ...(line.receipts === 0
          ? []
          : ([
              ['receipts', 1, line.receipts],
              ['charged', line.paid, line.charged],
              ['credited', line.refunded, line.credited],
            ] as const)),
        ['a receipt once it is paid', line.state === 'paid' ? 1 : line.receipts, line.receipts],
      ]
      return checks
        .filter(([, expected, found]) => expected !== found)
        .map(([what, expected, found]) => ({ currency, what: `${what} of ${id}`, expected, found }))
    })
}

/** Each Z report against the tenders and the cash moves of its shift; a handover against the count before it. */
function eachShift(db: Database): readonly Difference[] {
  const moved = db.prepare<[string], number>(`SELECT coalesce(${MOVED}, 0) FROM tender WHERE shift_id = ?`).pluck()
  const cash = db
    .prepare<[string], number>(`SELECT coalesce(${MOVED}, 0) FROM tender WHERE shift_id = ? AND method = 'cash'`)
    .pluck()
  const put = db
    .prepare<[string], number>(
      "SELECT coalesce(sum(CASE kind WHEN 'in' THEN amount_minor WHEN 'out' THEN -amount_minor END), 0) FROM cash_move WHERE shift_id = ?",
    )
    .pluck()
  return reports(db).flatMap(({ id, report }) => {
    const { currency, number } = report
    const expected = report.float_minor + (cash.get(id) ?? 0) + (put.get(id) ?? 0)
    const next = db
      .prepare<[number], number>('SELECT float_minor FROM shift WHERE number = ?')
      .pluck()
      .get(number + 1)
    const checks: readonly (readonly [string, number, number])[] = [
      ['takings', moved.get(id) ?? 0, report.takings_minor],
      ['expected', expected, report.expected_minor],
      ['variance', report.counted_minor - expected, report.variance_minor],
      [
        'float handed over',
        report.handed_over_to === null ? 0 : report.counted_minor,
        report.handed_over_to === null ? 0 : (next ?? -1),
      ],
    ]
    return checks
      .filter(([, wanted, got]) => wanted !== got)
      .map(([what, wanted, got]) => ({ currency, what: `${what} of shift ${number}`, expected: wanted, found: got }))
  })
}
