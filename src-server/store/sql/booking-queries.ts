import type { Awaitable, Sql } from './sql.ts'
import type { PaymentMethod } from '../../../src-shared/api/payment-schemas.ts'
import type { AllocationRow, BookingFilter, BookingQueries, BookingRow, BookingView, Metrics } from '../store.ts'
import { allocation, booking } from './booking-columns.ts'
import { contains } from './like.ts'
import { columns } from './rows.ts'

interface RawView extends BookingRow {
  paymentId: string | null
  resourceLabel: string
  serviceName: string | null
  paidMethod: PaymentMethod | null
  paidMinor: number | null
  paidAt: number | null
}

function toView({ paidMethod, paidMinor, paidAt, ...row }: RawView): BookingView {
  const paid =
    paidMethod === null || paidMinor === null || paidAt === null
      ? null
      : { method: paidMethod, amountMinor: paidMinor, at: paidAt }
  return { ...row, paid }
}

const VIEW = `SELECT ${columns(booking, 'b')}, r.label AS "resourceLabel", s.name AS "serviceName",
    (SELECT id FROM payment WHERE booking_id = b.id ORDER BY created_at DESC, rowid DESC LIMIT 1) AS "paymentId",
    t.method AS "paidMethod", p.paid_minor - p.refunded_minor AS "paidMinor", t.at AS "paidAt"
  FROM booking AS b
  JOIN resource AS r ON r.id = b.resource_id
  LEFT JOIN service AS s ON s.id = b.service_id
  LEFT JOIN payment AS p ON p.id = (SELECT id FROM payment WHERE booking_id = b.id AND paid_minor > refunded_minor LIMIT 1)
  LEFT JOIN tender AS t ON t.rowid = (SELECT max(rowid) FROM tender WHERE payment_id = p.id AND kind = 'payment')`

/** The most rows that one search answers with; a hurried person narrows the search rather than scrolls further. */
const MOST_BOOKINGS = 500

const METRICS = `SELECT
  (SELECT count(*) FROM resource WHERE kind = 'bay' AND active = 1) AS "baysTotal",
  (SELECT count(*) FROM stay WHERE state = 'parked') AS "baysOccupied",
  (SELECT count(DISTINCT a.resource_id) FROM allocation AS a
    JOIN resource AS r ON r.id = a.resource_id AND r.kind = 'bay' AND r.active = 1
    WHERE a.state IN ('held', 'confirmed', 'in_use', 'blocked') AND a.state = 'blocked'
      AND a.busy_from <= @now AND a.busy_to > @now
      AND NOT EXISTS (SELECT 1 FROM stay WHERE resource_id = a.resource_id AND state = 'parked')) AS "baysBlocked",
  (SELECT count(*) FROM resource WHERE kind = 'wash_bay' AND active = 1) AS "washBaysTotal",
  (SELECT count(DISTINCT a.resource_id) FROM allocation AS a JOIN resource AS r ON r.id = a.resource_id AND r.kind = 'wash_bay'
    WHERE a.state IN ('held', 'confirmed', 'in_use', 'blocked') AND a.busy_from <= @now AND a.busy_to > @now) AS "washBaysBusy",
  (SELECT count(*) FROM booking WHERE kind = 'wash' AND starts_at >= @dayFrom AND starts_at < @dayTo
    AND state NOT IN ('expired', 'cancelled')) AS "washBookings",
  (SELECT count(*) FROM booking WHERE state = 'held' AND hold_expires_at > @now) AS "held",
  (SELECT count(*) FROM booking WHERE state = 'awaiting_payment' AND payment_expires_at > @now) AS "awaitingPayment",
  (SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount_minor ELSE -amount_minor END), 0) FROM tender
    WHERE at >= @dayFrom AND at < @dayTo) AS "takingsMinor"`

/**
 * Whether a booked car could have had its bay for as long as is waited for it: it was not given this bay after the booked
 * begin so shortly ago, no other car stands there, and none left it after that begin so shortly ago, or so late that the
 * booked time was over.
 */
const HAD_ITS_BAY = `(b.bay_since IS NULL OR b.bay_since <= b.starts_at OR b.bay_since <= @now - 60000 * @parking)
     AND NOT EXISTS (SELECT 1 FROM stay WHERE resource_id = b.resource_id AND state = 'parked')
     AND NOT EXISTS (SELECT 1 FROM stay WHERE resource_id = b.resource_id AND state = 'exited'
       AND exited_at > b.starts_at AND (exited_at >= b.ends_at OR exited_at > @now - 60000 * @parking))`
/** A confirmed booking whose no-show time is over. */
const MISSED = `b.state = 'confirmed' AND b.starts_at <= @now
     AND (b.ends_at <= @now OR b.starts_at + 60000 * CASE b.kind WHEN 'wash' THEN @wash ELSE @parking END <= @now)
     AND (b.kind = 'wash' OR ${HAD_ITS_BAY})`

/** Each half looks at the first row of a partial index, so that asking costs the same however long the books are. */
const DUE = `SELECT EXISTS (SELECT 1 FROM booking WHERE state = 'held' AND hold_expires_at <= @now)
  OR EXISTS (SELECT 1 FROM booking WHERE state = 'awaiting_payment' AND payment_expires_at <= @now)
  OR EXISTS (SELECT 1 FROM payment WHERE state IN ('due', 'pending') AND stay_id IS NOT NULL AND expires_at <= @now)
  OR EXISTS (SELECT 1 FROM booking AS b WHERE ${MISSED})
  OR EXISTS (SELECT 1 FROM stay WHERE state = 'parked' AND overstay_told_at IS NULL AND booked_until <= @now)
  OR EXISTS (SELECT 1 FROM allocation WHERE stay_id IS NOT NULL
    AND state IN ('held', 'confirmed', 'in_use', 'blocked') AND busy_to <= @standing)`

export function bookingQueries(db: Sql): BookingQueries {
  const selectLive = db.prepare<[string, number, number], AllocationRow>(
    `SELECT ${columns(allocation, 'a')} FROM resource AS r
     JOIN allocation AS a ON a.resource_id = r.id AND a.state IN ('held', 'confirmed', 'in_use', 'blocked')
     WHERE r.kind = ? AND a.busy_to > ? AND a.busy_from < ?`,
  )
  const selectOne = db.prepare<[string], RawView>(`${VIEW} WHERE b.id = ?`)
  const selectHolds = db.prepare<[number], RawView>(`${VIEW} WHERE b.state = 'held' AND b.hold_expires_at <= ?`)
  const selectUnpaid = db.prepare<[number], RawView>(
    `${VIEW} WHERE b.state = 'awaiting_payment' AND b.payment_expires_at <= ?`,
  )
  const selectMissed = db.prepare<[{ now: number; wash: number; parking: number }], RawView>(`${VIEW} WHERE ${MISSED}`)
  const selectDue = db.prepare<[{ now: number; wash: number; parking: number; standing: number }], number>(DUE).pluck()
  const selectIdempotent = db.prepare<[string, string], { subject: string; requestHash: string }>(
    'SELECT subject, request_hash AS "requestHash" FROM request_once WHERE principal = ? AND key = ?',
  )
  const selectMetrics = db.prepare<[{ now: number; dayFrom: number; dayTo: number }], Metrics>(METRICS)

  return {
    liveAllocations: async (kind, from, to) => selectLive.all(kind, from, to),
    async booking(id) {
      const row = await selectOne.get(id)
      return row && toView(row)
    },
    bookings: async (filter) => (await selectFiltered(db, filter)).map(toView),
    overdueBookings: async (now) => [...(await selectHolds.all(now)), ...(await selectUnpaid.all(now))].map(toView),
    missedBookings: async (now, { wash, parking }) => (await selectMissed.all({ now, wash, parking })).map(toView),
    isAnythingDue: async (now, { wash, parking, standing }) =>
      (await selectDue.get({ now, wash, parking, standing: now + standing })) === 1,
    idempotent: async (principal, key) => selectIdempotent.get(principal, key),
    async metrics(now, dayFrom, dayTo) {
      const row = await selectMetrics.get({ now, dayFrom, dayTo })
      if (row === undefined) throw new Error('a query of counts answered no row')
      return row
    },
  }
}

function selectFiltered(db: Sql, filter: BookingFilter): Awaitable<RawView[]> {
  const conditions: string[] = []
  const values: Record<string, string | number> = {}
  function where(condition: string, name: string, value: string | number | undefined): void {
    if (value === undefined) return
    conditions.push(condition)
    values[name] = value
  }
  where('b.kind = @kind', 'kind', filter.kind)
  // Both kinds, named, so that the index of kind and start serves the list of a day.
  if (filter.kind === undefined) conditions.push("b.kind IN ('wash', 'parking')")
  where('b.starts_at >= @from', 'from', filter.from)
  where('b.starts_at < @to', 'to', filter.to)
  where('b.state = @state', 'state', filter.state)
  where(
    String.raw`(b.plate LIKE @search ESCAPE '\' OR replace(b.reference, '-', '') LIKE @search ESCAPE '\')`,
    'search',
    filter.search === undefined ? undefined : contains(filter.search),
  )
  const clause = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  return db
    .prepare<[Record<string, string | number>], RawView>(
      `${VIEW} ${clause} ORDER BY b.starts_at, b.id LIMIT ${MOST_BOOKINGS}`,
    )
    .all(values)
}
