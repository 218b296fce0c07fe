/**
 * The SQL of reports. Every statement reads a stretch of time by an index; a test asks SQLite whether that is so. `CROSS
 * JOIN` has it read the tables in the order in which they are named; to others it means no more than `JOIN`.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Instants come in as floating point, because they do not fit 32 bits; sums must stay whole numbers. */
const from = 'CAST(@from AS bigint)'
const offset = 'CAST(@offsetMs AS bigint)'
const within = (column: string) => `${column} >= @from AND ${column} < @to`
const localHour = (column: string) => `(${column} + ${offset}) / ${HOUR} AS "localHour"`
/** What a tender or a receipt adds to the takings. */
const moved = "CASE kind WHEN 'refund' THEN -amount_minor ELSE amount_minor END"
const receipted = "CASE series WHEN 'C' THEN -total_minor ELSE total_minor END"

export const TENDER_SUMS = `SELECT ${localHour('t.at')}, t.kind AS "kind", t.method AS "method",
    coalesce(b.kind, 'parking') AS "service", count(*) AS "count", sum(t.amount_minor) AS "amountMinor"
  FROM tender AS t CROSS JOIN payment AS p LEFT JOIN booking AS b ON b.id = p.booking_id
  WHERE p.id = t.payment_id AND ${within('t.at')} GROUP BY 1, 2, 3, 4`

export const RECEIPT_SUMS = `SELECT ${localHour('r.issued_at')}, r.series AS "series", count(*) AS "count",
    sum(r.total_minor) AS "totalMinor",
    sum(CASE r.series WHEN 'R' THEN p.discount_minor ELSE 0 END) AS "discountsMinor",
    sum(coalesce(CAST(r.document -> 'tax' ->> 'amount_minor' AS bigint), 0)) AS "taxMinor"
  FROM receipt AS r CROSS JOIN payment AS p WHERE p.id = r.payment_id AND ${within('r.issued_at')} GROUP BY 1, 2`

export const BAY_COUNTS = `SELECT bay_class AS "bayClass", count(*) AS "count" FROM resource
  WHERE kind = 'bay' AND active = 1 AND bay_class IS NOT NULL GROUP BY 1`

/** Who has ever come, less who has ever gone: both are counted off an index without looking at a row. */
export const CARS_AT = `SELECT r.bay_class AS "bayClass", sum(c.count) AS "count" FROM (
    SELECT resource_id, count(*) AS count FROM stay
      WHERE state <> 'voided' AND entered_at < @at GROUP BY 1
    UNION ALL
    SELECT resource_id, -count(*) FROM stay
      WHERE state <> 'voided' AND exited_at IS NOT NULL AND exited_at < @at
      GROUP BY 1
  ) AS c JOIN resource AS r ON r.id = c.resource_id GROUP BY 1`

const cars = (column: string, where: string) => `SELECT ${localHour(`s.${column}`)}, r.bay_class AS "bayClass",
    count(*) AS "count", sum(s.${column} - ${from}) AS "sinceFromMs"
  FROM stay AS s CROSS JOIN resource AS r
  WHERE r.id = s.resource_id AND s.state <> 'voided' ${where} AND ${within(`s.${column}`)} GROUP BY 1, 2`

export const CARS_CAME = cars('entered_at', '')
export const CARS_WENT = cars('exited_at', 'AND s.exited_at IS NOT NULL')

export const STAY_FIGURES = `SELECT r.bay_class AS "bayClass", count(*) AS "count",
    sum(s.exited_at - s.entered_at) AS "lastedMs", count(s.booking_id) AS "booked",
    count(s.permit_id) AS "permits", count(*) FILTER (WHERE s.exited_at > s.booked_until) AS "overstays",
    sum(s.lost_ticket) AS "lostTickets"
  FROM stay AS s CROSS JOIN resource AS r
  WHERE r.id = s.resource_id AND s.state <> 'voided' AND s.exited_at IS NOT NULL AND ${within('s.exited_at')} GROUP BY 1`

const timed = 'j.started_at IS NOT NULL'
const waited = 'j.started_at IS NOT NULL AND j.queued_at IS NOT NULL'
export const WASH_FIGURES = `SELECT (j.finished_at + ${offset}) / ${DAY} AS "localDay", v.name AS "serviceName",
    count(*) AS "count", count(*) FILTER (WHERE ${timed}) AS "timed",
    sum(CASE WHEN ${timed} THEN j.finished_at - j.started_at ELSE 0 END) AS "workedMs",
    sum(CASE WHEN ${timed} THEN b.ends_at - b.starts_at ELSE 0 END) AS "plannedMs",
    count(*) FILTER (WHERE ${waited}) AS "waited", sum(CASE WHEN ${waited} THEN j.started_at - j.queued_at ELSE 0 END) AS "waitedMs"
  FROM wash_job AS j CROSS JOIN booking AS b JOIN service AS v ON v.id = b.service_id
  WHERE b.id = j.booking_id AND ${within('j.finished_at')} GROUP BY 1, 2`

export const LOST_BOOKINGS = `SELECT b.kind AS "service", v.name AS "serviceName",
    CASE e.kind WHEN 'booking.no_show' THEN 'no_show' WHEN 'booking.cancelled' THEN 'cancelled'
      ELSE CASE WHEN b.payment_expires_at IS NULL THEN 'expired_hold' ELSE 'expired_payment' END END AS "outcome",
    count(*) AS "count", sum(b.price_minor) AS "priceMinor"
  FROM event AS e CROSS JOIN booking AS b LEFT JOIN service AS v ON v.id = b.service_id
  WHERE b.id = e.subject AND e.kind IN ('booking.no_show', 'booking.cancelled', 'booking.expired') AND ${within('e.at')} GROUP BY 1, 2, 3`

const sumOf = (what: string, table: string, column: string, bound: string) =>
  `(SELECT coalesce(sum(${what}), 0) FROM ${table} WHERE payment_id = m.payment_id AND ${column} < ${bound})`
const receiptsBy = (bound: string) =>
  `(SELECT count(*) FROM receipt WHERE payment_id = m.payment_id AND series = 'R' AND issued_at < ${bound})`

export const UNMATCHED = `WITH m AS MATERIALIZED (
    SELECT payment_id, sum(moved) AS moved, sum(receipted) AS receipted FROM (
      SELECT payment_id, ${moved} AS moved, 0 AS receipted FROM tender WHERE ${within('at')}
      UNION ALL SELECT payment_id, 0, ${receipted} FROM receipt WHERE ${within('issued_at')}
    ) AS moves GROUP BY payment_id HAVING sum(moved) <> sum(receipted))
  SELECT m.payment_id AS "paymentId", m.moved AS "movedMinor", m.receipted AS "receiptedMinor",
    ${sumOf(moved, 'tender', 'at', '@from')} AS "movedBefore", ${sumOf(moved, 'tender', 'at', '@to')} AS "movedByEnd",
    ${sumOf(receipted, 'receipt', 'issued_at', '@from')} AS "receiptedBefore",
    ${sumOf(receipted, 'receipt', 'issued_at', '@to')} AS "receiptedByEnd",
    ${receiptsBy('@from')} AS "receiptsBefore", ${receiptsBy('@to')} AS "receiptsByEnd"
  FROM m`

export const SHIFT_SUMS = `SELECT shift_id AS "shiftId", sum(${moved}) AS "movedMinor" FROM tender
  WHERE ${within('at')} GROUP BY 1`

export const REPORT_SHIFT = `SELECT id, number, state, report,
    (SELECT coalesce(sum(${moved}), 0) FROM tender WHERE shift_id = shift.id) AS "movedMinor" FROM shift WHERE id = ?`

export const CHAIN_SUM = `SELECT coalesce(sum(CASE kind WHEN 'payment.refunded' THEN -1 ELSE 1 END
    * CAST(data ->> 'amount_minor' AS bigint)), 0) FROM event
  WHERE kind IN ('payment.recorded', 'payment.refunded') AND ${within('at')}`

export const BOOKING_STATES = `SELECT state, count(*) AS "count" FROM booking
  WHERE kind IN ('wash', 'parking') AND ${within('starts_at')} GROUP BY 1`

export const DEEDS = `SELECT actor AS "actor", kind AS "kind", count(*) AS "count",
    sum(coalesce(CAST(data ->> 'amount_minor' AS bigint), 0)) AS "amountMinor"
  FROM event WHERE ${within('at')} GROUP BY 1, 2`

export const CLOSED_SHIFTS = `SELECT id AS "id", number AS "number", state AS "state", opened_at AS "openedAt",
    opened_by AS "openedBy", float_minor AS "floatMinor", closed_at AS "closedAt", closed_by AS "closedBy",
    counted_minor AS "countedMinor", expected_minor AS "expectedMinor", report AS "report"
  FROM shift WHERE state = 'closed' AND ${within('closed_at')} ORDER BY number`
