/** What is due and what was taken, receipts without a gap, and shifts that are never changed once they are closed. */
export const money = /* sql */ `
CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  float_minor INTEGER NOT NULL CHECK (float_minor >= 0),
  closed_at INTEGER,
  closed_by TEXT,
  counted_minor INTEGER CHECK (counted_minor >= 0),
  expected_minor INTEGER,
  report TEXT
) STRICT;
CREATE UNIQUE INDEX shift_only_one_open ON shift (state) WHERE state = 'open';
CREATE TRIGGER shift_closed_is_never_changed BEFORE UPDATE ON shift WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'closed shifts are never changed'); END;
CREATE TRIGGER shift_is_never_deleted BEFORE DELETE ON shift
BEGIN SELECT RAISE(ABORT, 'shifts are never deleted'); END;
CREATE TRIGGER shift_numbers_have_no_gap BEFORE INSERT ON shift
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM shift)
BEGIN SELECT RAISE(ABORT, 'shift numbers have no gap'); END;

CREATE TABLE cash_move (
  id TEXT PRIMARY KEY,
  shift_id TEXT NOT NULL REFERENCES shift (id),
  kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'drawer_open')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX cash_move_by_shift ON cash_move (shift_id);

ALTER TABLE payment RENAME TO payment_before_shifts;
DROP INDEX payment_by_booking;
DROP INDEX payment_by_time;

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  booking_id TEXT REFERENCES booking (id),
  stay_id TEXT REFERENCES stay (id),
  quote_id TEXT REFERENCES quote (id),
  state TEXT NOT NULL CHECK (state IN
    ('due', 'pending', 'paid', 'part_refunded', 'refunded', 'failed', 'expired', 'void')),
  gross_minor INTEGER NOT NULL CHECK (gross_minor >= 0),
  discount_minor INTEGER NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
  paid_minor INTEGER NOT NULL CHECK (paid_minor BETWEEN 0 AND gross_minor - discount_minor),
  refunded_minor INTEGER NOT NULL CHECK (refunded_minor BETWEEN 0 AND paid_minor),
  currency TEXT NOT NULL,
  provider TEXT NOT NULL,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((booking_id IS NULL) <> (stay_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX payment_one_open_for_a_booking ON payment (booking_id) WHERE state IN ('due', 'pending');
CREATE UNIQUE INDEX payment_one_open_for_a_stay ON payment (stay_id) WHERE state IN ('due', 'pending');
CREATE INDEX payment_by_booking ON payment (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX payment_exit_unpaid ON payment (expires_at) WHERE state IN ('due', 'pending') AND stay_id IS NOT NULL;
CREATE INDEX payment_by_stay ON payment (stay_id) WHERE stay_id IS NOT NULL;

CREATE TABLE tender (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES payment (id),
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'refund')),
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'upi')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  received_minor INTEGER CHECK (received_minor >= amount_minor),
  change_minor INTEGER CHECK (change_minor = received_minor - amount_minor),
  reference TEXT,
  reason TEXT,
  shift_id TEXT REFERENCES shift (id),
  at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX tender_by_payment ON tender (payment_id);
CREATE INDEX tender_by_time ON tender (at);
CREATE INDEX tender_by_shift ON tender (shift_id);
CREATE TRIGGER tender_is_never_changed BEFORE UPDATE ON tender
BEGIN SELECT RAISE(ABORT, 'tenders are never changed'); END;
CREATE TRIGGER tender_is_never_deleted BEFORE DELETE ON tender
BEGIN SELECT RAISE(ABORT, 'tenders are never deleted'); END;

-- What was paid before there were shifts belongs to none.
INSERT INTO payment SELECT p.id, p.booking_id, NULL, NULL, 'paid', p.amount_minor, 0, p.amount_minor, 0, p.currency,
  'counter', NULL, p.at FROM payment_before_shifts AS p;
INSERT INTO tender SELECT 'tender-' || p.id, p.id, 'payment', p.method, p.amount_minor, p.currency, NULL, NULL, NULL,
  NULL, NULL, p.at, p.recorded_by FROM payment_before_shifts AS p;
DROP TABLE payment_before_shifts;
-- Bookings that were waiting to be paid have a payment that is due.
INSERT INTO payment SELECT 'due-' || b.id, b.id, NULL, NULL, 'due', b.price_minor, 0, 0, 0, b.currency, 'counter',
  b.payment_expires_at, b.created_at FROM booking AS b WHERE b.state = 'awaiting_payment';

CREATE INDEX booking_by_followed ON booking (follows_booking_id) WHERE follows_booking_id IS NOT NULL;

CREATE TABLE discount (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES payment (id),
  kind TEXT NOT NULL CHECK (kind IN ('percent_bps', 'amount')),
  value INTEGER NOT NULL CHECK (value > 0),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  given_by TEXT NOT NULL
) STRICT;
CREATE INDEX discount_by_payment ON discount (payment_id);
CREATE INDEX discount_by_time ON discount (at);

CREATE TABLE receipt (
  series TEXT NOT NULL CHECK (series IN ('R', 'C')),
  number INTEGER NOT NULL,
  payment_id TEXT NOT NULL REFERENCES payment (id),
  credits_number INTEGER,
  issued_at INTEGER NOT NULL,
  shift_id TEXT REFERENCES shift (id),
  total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
  currency TEXT NOT NULL,
  plate TEXT NOT NULL,
  verify_code TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  prints INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (series, number),
  CHECK ((series = 'C') = (credits_number IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_payment ON receipt (payment_id);
CREATE INDEX receipt_by_time ON receipt (issued_at);
CREATE INDEX receipt_by_shift ON receipt (shift_id);
CREATE INDEX receipt_by_plate ON receipt (plate);
CREATE TRIGGER receipt_numbers_have_no_gap BEFORE INSERT ON receipt
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM receipt WHERE series = NEW.series)
BEGIN SELECT RAISE(ABORT, 'receipt numbers have no gap'); END;
CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE OF series, number, payment_id, credits_number, issued_at, shift_id,
  total_minor, currency, plate, verify_code, document ON receipt
BEGIN SELECT RAISE(ABORT, 'receipts are never changed'); END;
CREATE TRIGGER receipt_is_never_deleted BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'receipts are never deleted'); END;

-- An Idempotency-Key belongs to whatever the request made: a booking, a stay, a tender.
CREATE TABLE request_once (
  principal TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (principal, key)
) STRICT, WITHOUT ROWID;
INSERT INTO request_once SELECT principal, key, request_hash, booking_id FROM idempotency;
DROP TABLE idempotency;
`
