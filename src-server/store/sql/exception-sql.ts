/**
 * What an owner may want to look at, one statement for each kind, newest first. What changes a row of its own is read
 * from its table; what leaves no row behind, such as a voided ticket, is read from the audit trail.
 */
const within = (column: string) => `${column} >= @from AND ${column} < @to`

const columns = (kind: string, [at, actor, amount, reason, subject, label, plate, detail]: readonly string[]) =>
  `SELECT ${at} AS "at", ${kind} AS "kind", ${actor} AS "actor", ${amount} AS "amountMinor", ${reason} AS "reason",
    ${subject} AS "subject", ${label} AS "label", ${plate} AS "plate", ${detail} AS "detail"`

const newest = (at: string) => `ORDER BY ${at} DESC LIMIT @limit`

const STAY_EVENTS = `${columns(
  `CASE e.kind WHEN 'stay.voided' THEN 'void' ELSE 'manual_time' END`,
  ['e.at', 'e.actor', `CAST(e.data ->> 'amount_minor' AS bigint)`, `e.data ->> 'reason'`, 's.id', 's.ticket'].concat([
    's.plate',
    'e.kind',
  ]),
)} FROM event AS e CROSS JOIN stay AS s
  WHERE s.id = e.subject AND e.kind IN ('stay.voided', 'stay.manual_time', 'stay.entry_corrected')
    AND ${within('e.at')} ${newest('e.at')}`

/** A clock that was changed, and somebody who vouched for it; starts and sleep are everyday. */
const CLOCK_EVENTS = `${columns(`'clock'`, [
  'e.at',
  'e.actor',
  'NULL',
  `e.data ->> 'reason'`,
  'e.subject',
  'NULL',
  'NULL',
  'e.kind',
])} FROM event AS e
  WHERE e.kind IN ('clock.stepped', 'clock.drifted', 'clock.accepted', 'clock.confirmed')
    AND ${within('e.at')} ${newest('e.at')}`

const ofPayment = `CROSS JOIN payment AS p LEFT JOIN booking AS b ON b.id = p.booking_id
  LEFT JOIN stay AS s ON s.id = p.stay_id WHERE p.id = x.payment_id`
const label = 'coalesce(b.reference, s.ticket)'
const plate = 'coalesce(b.plate, s.plate)'

const DISCOUNTS = `${columns(`'discount'`, ['x.at', 'x.given_by', 'x.amount_minor', 'x.reason', 'p.id', label, plate, 'NULL'])}
  FROM discount AS x ${ofPayment} AND ${within('x.at')} ${newest('x.at')}`

const REFUNDS = `${columns(`'refund'`, ['x.at', 'x.recorded_by', 'x.amount_minor', 'x.reason', 'p.id', label, plate, 'x.method'])}
  FROM tender AS x ${ofPayment} AND x.kind = 'refund' AND ${within('x.at')} ${newest('x.at')}`

const CASH_MOVES = `${columns(
  `CASE x.kind WHEN 'drawer_open' THEN 'drawer_open' ELSE 'cash_move' END`,
  ['x.at', 'x.recorded_by']
    .concat([`CASE x.kind WHEN 'out' THEN -x.amount_minor WHEN 'in' THEN x.amount_minor END`])
    .concat(['x.reason', 'x.shift_id', 'CAST(h.number AS TEXT)', 'NULL', 'x.kind']),
)} FROM cash_move AS x CROSS JOIN shift AS h WHERE h.id = x.shift_id AND ${within('x.at')} ${newest('x.at')}`

const VARIANCES = `${columns(`'variance'`, [
  'closed_at',
  'closed_by',
  'counted_minor - expected_minor',
  'NULL',
  'id',
  'CAST(number AS TEXT)',
  'NULL',
  'NULL',
])} FROM shift WHERE state = 'closed' AND ${within('closed_at')} AND counted_minor <> expected_minor
  ${newest('closed_at')}`

const paidBy = (column: string, value: string) =>
  `EXISTS (SELECT 1 FROM payment WHERE ${column} = ${value} AND (paid_minor > 0 OR discount_minor = gross_minor))`

const leftBy = `coalesce(
    (SELECT actor FROM event WHERE subject = s.id AND kind = 'stay.exited' ORDER BY seq DESC LIMIT 1), s.made_by)`

/** Cars that left on the fee for a lost ticket; the stay keeps that, whatever was asked on the way. */
const LOST_TICKETS = `${columns(`'lost_ticket'`, [
  's.exited_at',
  leftBy,
  '(SELECT sum(paid_minor) FROM payment WHERE stay_id = s.id)',
  'NULL',
  's.id',
  's.ticket',
  's.plate',
  'NULL',
])} FROM stay AS s WHERE s.state <> 'voided' AND s.exited_at IS NOT NULL AND s.lost_ticket = 1
    AND ${within('s.exited_at')} ${newest('s.exited_at')}`

/** Cars that left without any money, though no permit, no grace and no discount to nothing says why. */
const NIL_EXITS = `${columns(`'nil_exit'`, [
  's.exited_at',
  leftBy,
  '0',
  'NULL',
  's.id',
  's.ticket',
  's.plate',
  'NULL',
])} FROM stay AS s CROSS JOIN tariff_version AS v
  WHERE v.id = s.tariff_version_id AND s.state <> 'voided' AND s.exited_at IS NOT NULL AND ${within('s.exited_at')} AND s.permit_id IS NULL
    AND s.exited_at - s.entered_at > coalesce(CAST(v.plan ->> 'entry_grace_minutes' AS bigint), 0) * 60000
    AND NOT ${paidBy('stay_id', 's.id')}
    AND NOT (s.booking_id IS NOT NULL AND ${paidBy('booking_id', 's.booking_id')}) ${newest('s.exited_at')}`

/** Receipts over nothing: a price that was discounted away. */
const NIL_RECEIPTS = `${columns(`CASE WHEN p.booking_id IS NULL THEN 'nil_exit' ELSE 'nil_booking' END`, [
  'x.issued_at',
  `coalesce((SELECT given_by FROM discount WHERE payment_id = p.id ORDER BY at DESC LIMIT 1), 'clock')`,
  '0',
  '(SELECT reason FROM discount WHERE payment_id = p.id ORDER BY at DESC LIMIT 1)',
  'p.id',
  label,
  plate,
  'NULL',
])} FROM receipt AS x ${ofPayment}
  AND ${within('x.issued_at')} AND x.series = 'R' AND x.total_minor = 0 ${newest('x.issued_at')}`

export const EXCEPTIONS = {
  STAY_EVENTS,
  CLOCK_EVENTS,
  DISCOUNTS,
  REFUNDS,
  CASH_MOVES,
  VARIANCES,
  LOST_TICKETS,
  NIL_EXITS,
  NIL_RECEIPTS,
} as const
