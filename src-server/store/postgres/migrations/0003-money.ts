import { SITE, TEXT } from './columns.ts'

/** Shifts, payments, what was handed over, receipts. */
export const money = `
CREATE TABLE shift (
  id ${TEXT} NOT NULL,
  number bigint NOT NULL,
  state ${TEXT} NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at bigint NOT NULL,
  opened_by ${TEXT} NOT NULL,
  float_minor bigint NOT NULL CHECK (float_minor >= 0),
  closed_at bigint,
  closed_by ${TEXT},
  counted_minor bigint CHECK (counted_minor >= 0),
  expected_minor bigint,
  report ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, number)
);
CREATE UNIQUE INDEX shift_only_one_open ON shift (site_id, state) WHERE state = 'open';
CREATE INDEX shift_by_closing ON shift (site_id, closed_at) WHERE state = 'closed';
CREATE TABLE payment (
  id ${TEXT} NOT NULL,
  booking_id ${TEXT},
  stay_id ${TEXT},
  quote_id ${TEXT},
  state ${TEXT} NOT NULL CHECK (state IN ('due', 'pending', 'paid', 'part_refunded', 'refunded', 'failed', 'expired', 'void')),
  gross_minor bigint NOT NULL CHECK (gross_minor >= 0),
  discount_minor bigint NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
  paid_minor bigint NOT NULL CHECK (paid_minor BETWEEN 0 AND gross_minor - discount_minor),
  refunded_minor bigint NOT NULL CHECK (refunded_minor BETWEEN 0 AND paid_minor),
  currency ${TEXT} NOT NULL,
  provider ${TEXT} NOT NULL,
  expires_at bigint,
  created_at bigint NOT NULL,
  site_id ${SITE},
  rowid bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (site_id, id),
  CHECK ((booking_id IS NULL) <> (stay_id IS NULL)),
  UNIQUE (site_id, rowid)
);
CREATE UNIQUE INDEX payment_one_open_for_a_booking ON payment (site_id, booking_id) WHERE state IN ('due', 'pending');
CREATE UNIQUE INDEX payment_one_open_for_a_stay ON payment (site_id, stay_id) WHERE state IN ('due', 'pending');
CREATE INDEX payment_by_booking ON payment (site_id, booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX payment_exit_unpaid ON payment (site_id, expires_at) WHERE state IN ('due', 'pending') AND stay_id IS NOT NULL;
CREATE INDEX payment_by_stay ON payment (site_id, stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX payment_by_quote ON payment (site_id, quote_id) WHERE quote_id IS NOT NULL;
CREATE TABLE cash_move (
  id ${TEXT} NOT NULL,
  shift_id ${TEXT} NOT NULL,
  kind ${TEXT} NOT NULL CHECK (kind IN ('in', 'out', 'drawer_open')),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  reason ${TEXT} NOT NULL,
  at bigint NOT NULL,
  recorded_by ${TEXT} NOT NULL,
  site_id ${SITE},
  rowid bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, rowid)
);
CREATE INDEX cash_move_by_shift ON cash_move (site_id, shift_id);
CREATE INDEX cash_move_by_time ON cash_move (site_id, at);
CREATE TABLE tender (
  id ${TEXT} NOT NULL,
  payment_id ${TEXT} NOT NULL,
  kind ${TEXT} NOT NULL CHECK (kind IN ('payment', 'refund')),
  method ${TEXT} NOT NULL CHECK (method IN ('cash', 'card', 'upi')),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency ${TEXT} NOT NULL,
  received_minor bigint CHECK (received_minor >= amount_minor),
  change_minor bigint CHECK (change_minor = received_minor - amount_minor),
  reference ${TEXT},
  reason ${TEXT},
  shift_id ${TEXT},
  at bigint NOT NULL,
  recorded_by ${TEXT} NOT NULL,
  site_id ${SITE},
  rowid bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, rowid)
);
CREATE INDEX tender_by_payment ON tender (site_id, payment_id);
CREATE INDEX tender_by_time ON tender (site_id, at);
CREATE INDEX tender_by_shift ON tender (site_id, shift_id);
CREATE TABLE discount (
  id ${TEXT} NOT NULL,
  payment_id ${TEXT} NOT NULL,
  kind ${TEXT} NOT NULL CHECK (kind IN ('percent_bps', 'amount')),
  value bigint NOT NULL CHECK (value > 0),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  reason ${TEXT} NOT NULL,
  at bigint NOT NULL,
  given_by ${TEXT} NOT NULL,
  site_id ${SITE},
  rowid bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, rowid)
);
CREATE INDEX discount_by_payment ON discount (site_id, payment_id);
CREATE INDEX discount_by_time ON discount (site_id, at);
CREATE TABLE receipt (
  series ${TEXT} NOT NULL CHECK (series IN ('R', 'C')),
  number bigint NOT NULL,
  payment_id ${TEXT} NOT NULL,
  credits_number bigint,
  issued_at bigint NOT NULL,
  shift_id ${TEXT},
  total_minor bigint NOT NULL CHECK (total_minor >= 0),
  currency ${TEXT} NOT NULL,
  plate ${TEXT} NOT NULL,
  verify_code ${TEXT} NOT NULL,
  document json NOT NULL,
  prints bigint NOT NULL DEFAULT 0,
  site_id ${SITE},
  PRIMARY KEY (site_id, series, number),
  UNIQUE (site_id, verify_code),
  CHECK ((series = 'C') = (credits_number IS NOT NULL))
);
CREATE INDEX receipt_by_payment ON receipt (site_id, payment_id);
CREATE INDEX receipt_by_time ON receipt (site_id, issued_at);
CREATE INDEX receipt_by_shift ON receipt (site_id, shift_id);
CREATE INDEX receipt_by_plate ON receipt (site_id, plate);
ALTER TABLE cash_move ADD FOREIGN KEY (site_id, shift_id) REFERENCES shift (site_id, id) DEFERRABLE;
ALTER TABLE payment ADD FOREIGN KEY (site_id, booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
ALTER TABLE payment ADD FOREIGN KEY (site_id, stay_id) REFERENCES stay (site_id, id) DEFERRABLE;
ALTER TABLE payment ADD FOREIGN KEY (site_id, quote_id) REFERENCES quote (site_id, id) DEFERRABLE;
ALTER TABLE tender ADD FOREIGN KEY (site_id, payment_id) REFERENCES payment (site_id, id) DEFERRABLE;
ALTER TABLE tender ADD FOREIGN KEY (site_id, shift_id) REFERENCES shift (site_id, id) DEFERRABLE;
ALTER TABLE discount ADD FOREIGN KEY (site_id, payment_id) REFERENCES payment (site_id, id) DEFERRABLE;
ALTER TABLE receipt ADD FOREIGN KEY (site_id, payment_id) REFERENCES payment (site_id, id) DEFERRABLE;
ALTER TABLE receipt ADD FOREIGN KEY (site_id, shift_id) REFERENCES shift (site_id, id) DEFERRABLE;
`
