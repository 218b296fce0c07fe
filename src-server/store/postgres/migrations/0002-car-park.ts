import { SITE, TEXT } from './columns.ts'

/** Prices, bookings, cars and washes. */
export const carPark = `
CREATE TABLE tariff_version (
  id ${TEXT} NOT NULL,
  number bigint NOT NULL,
  name ${TEXT} NOT NULL,
  valid_from bigint NOT NULL,
  plan json NOT NULL,
  created_at bigint NOT NULL,
  created_by ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, number)
);
CREATE INDEX tariff_version_by_time ON tariff_version (site_id, valid_from, number);
CREATE TABLE quote (
  id ${TEXT} NOT NULL,
  purpose ${TEXT} NOT NULL CHECK (purpose IN ('booking', 'exit')),
  tariff_version_id ${TEXT} NOT NULL,
  bay_class ${TEXT} NOT NULL,
  from_at bigint NOT NULL,
  to_at bigint NOT NULL CHECK (to_at >= from_at),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency ${TEXT} NOT NULL,
  breakdown ${TEXT} NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE permit (
  id ${TEXT} NOT NULL,
  plate ${TEXT} NOT NULL,
  holder ${TEXT} NOT NULL,
  bay_class ${TEXT},
  valid_from bigint NOT NULL,
  valid_to bigint NOT NULL CHECK (valid_to > valid_from),
  revoked_at bigint,
  revoked_reason ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE INDEX permit_by_plate ON permit (site_id, plate);
CREATE INDEX permit_by_end ON permit (site_id, valid_to, plate);
CREATE TABLE booking (
  id ${TEXT} NOT NULL,
  reference ${TEXT} NOT NULL,
  kind ${TEXT} NOT NULL CHECK (kind IN ('wash', 'parking')),
  state ${TEXT} NOT NULL CHECK (state IN ('held', 'awaiting_payment', 'confirmed', 'checked_in', 'completed', 'expired', 'cancelled', 'no_show')),
  service_id ${TEXT},
  resource_id ${TEXT} NOT NULL,
  starts_at bigint NOT NULL,
  ends_at bigint NOT NULL CHECK (ends_at > starts_at),
  plate ${TEXT} NOT NULL,
  phone ${TEXT},
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency ${TEXT} NOT NULL,
  hold_expires_at bigint,
  payment_expires_at bigint,
  created_at bigint NOT NULL,
  made_by ${TEXT} NOT NULL,
  bay_class ${TEXT},
  quote_id ${TEXT},
  follows_booking_id ${TEXT},
  conflict_told_at bigint,
  bay_since bigint,
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, reference)
);
CREATE INDEX booking_by_start ON booking (site_id, kind, starts_at);
CREATE INDEX booking_by_plate ON booking (site_id, plate);
-- Rows that others refer to are looked for when one of those goes.
CREATE INDEX booking_by_quote ON booking (site_id, quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX booking_holds ON booking (site_id, hold_expires_at) WHERE state = 'held';
CREATE INDEX booking_unpaid ON booking (site_id, payment_expires_at) WHERE state = 'awaiting_payment';
CREATE INDEX booking_to_come ON booking (site_id, starts_at) WHERE state = 'confirmed';
CREATE INDEX booking_by_followed ON booking (site_id, follows_booking_id) WHERE follows_booking_id IS NOT NULL;
CREATE INDEX booking_personal ON booking (site_id, ends_at) WHERE plate <> '' OR phone IS NOT NULL;
CREATE TABLE stay (
  id ${TEXT} NOT NULL,
  ticket ${TEXT} NOT NULL,
  booking_id ${TEXT},
  resource_id ${TEXT} NOT NULL,
  bay_class ${TEXT} NOT NULL,
  plate ${TEXT} NOT NULL,
  phone ${TEXT},
  state ${TEXT} NOT NULL CHECK (state IN ('parked', 'exited', 'voided')),
  entered_at bigint NOT NULL,
  recorded_entered_at bigint NOT NULL,
  booked_until bigint,
  exited_at bigint CHECK (exited_at >= entered_at),
  lost_ticket bigint NOT NULL CHECK (lost_ticket IN (0, 1)),
  overstay_told_at bigint,
  tariff_version_id ${TEXT} NOT NULL,
  permit_id ${TEXT},
  exit_quote_id ${TEXT},
  made_by ${TEXT} NOT NULL,
  bay_booked_from bigint,
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, ticket),
  UNIQUE (site_id, booking_id)
);
CREATE UNIQUE INDEX stay_one_car_once ON stay (site_id, plate) WHERE state = 'parked';
CREATE UNIQUE INDEX stay_one_car_to_a_bay ON stay (site_id, resource_id) WHERE state = 'parked';
CREATE INDEX stay_by_entry ON stay (site_id, entered_at);
CREATE INDEX stay_by_exit ON stay (site_id, exited_at);
CREATE INDEX stay_by_plate ON stay (site_id, plate);
CREATE INDEX stay_by_exit_quote ON stay (site_id, exit_quote_id) WHERE exit_quote_id IS NOT NULL;
CREATE INDEX stay_by_permit ON stay (site_id, permit_id) WHERE permit_id IS NOT NULL;
CREATE INDEX stay_came ON stay (site_id, entered_at, resource_id, state) WHERE state <> 'voided';
CREATE INDEX stay_went ON stay (site_id, exited_at, resource_id, state) WHERE state <> 'voided' AND exited_at IS NOT NULL;
CREATE INDEX stay_left_bay ON stay (site_id, resource_id, exited_at) WHERE state = 'exited';
CREATE INDEX stay_over_untold ON stay (site_id, booked_until) WHERE state = 'parked' AND overstay_told_at IS NULL;
CREATE INDEX stay_personal ON stay (site_id, coalesce(exited_at, entered_at)) WHERE state <> 'parked' AND (plate <> '' OR phone IS NOT NULL);
CREATE TABLE allocation (
  id ${TEXT} NOT NULL,
  resource_id ${TEXT} NOT NULL,
  booking_id ${TEXT},
  state ${TEXT} NOT NULL CHECK (state IN ('held', 'confirmed', 'in_use', 'blocked', 'released')),
  busy_from bigint NOT NULL,
  busy_to bigint NOT NULL CHECK (busy_to > busy_from),
  stay_id ${TEXT},
  note ${TEXT},
  busy int8range NOT NULL GENERATED ALWAYS AS (int8range(busy_from, busy_to)) STORED,
  site_id ${SITE},
  rowid bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, rowid)
);
CREATE INDEX allocation_live ON allocation (site_id, resource_id, busy_to, busy_from) WHERE state IN ('held', 'confirmed', 'in_use', 'blocked');
CREATE INDEX allocation_by_booking ON allocation (site_id, booking_id);
CREATE INDEX allocation_by_stay ON allocation (site_id, stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX allocation_of_cars ON allocation (site_id, busy_to) WHERE stay_id IS NOT NULL AND state IN ('held', 'confirmed', 'in_use', 'blocked');
-- Two intervals on one bay never overlap while both are live, whoever writes them.
ALTER TABLE allocation ADD CONSTRAINT allocation_overlap
  EXCLUDE USING gist (site_id WITH =, resource_id WITH =, busy WITH &&)
  WHERE (state IN ('held', 'confirmed', 'in_use', 'blocked'));
CREATE TABLE wash_job (
  id ${TEXT} NOT NULL,
  booking_id ${TEXT} NOT NULL,
  state ${TEXT} NOT NULL CHECK (state IN ('booked', 'queued', 'in_progress', 'quality_check', 'ready', 'collected', 'cancelled', 'no_show')),
  position bigint NOT NULL,
  queued_at bigint,
  started_at bigint,
  finished_at bigint,
  ready_at bigint,
  collected_at bigint,
  told_booking_id ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, booking_id)
);
CREATE INDEX wash_job_open ON wash_job (site_id, state) WHERE state IN ('queued', 'in_progress', 'quality_check', 'ready');
CREATE INDEX wash_job_by_finish ON wash_job (site_id, finished_at);
CREATE INDEX wash_job_by_told ON wash_job (site_id, told_booking_id) WHERE told_booking_id IS NOT NULL;
CREATE TABLE waitlist (
  id ${TEXT} NOT NULL,
  bay_class ${TEXT} NOT NULL,
  plate ${TEXT} NOT NULL,
  phone ${TEXT},
  state ${TEXT} NOT NULL CHECK (state IN ('waiting', 'offered', 'served', 'left')),
  created_at bigint NOT NULL,
  offered_at bigint,
  closed_at bigint,
  made_by ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE INDEX waitlist_open ON waitlist (site_id, created_at) WHERE state IN ('waiting', 'offered');
CREATE INDEX waitlist_personal ON waitlist (site_id, closed_at) WHERE closed_at IS NOT NULL AND (plate <> '' OR phone IS NOT NULL);
CREATE INDEX waitlist_by_plate ON waitlist (site_id, plate);
CREATE TABLE help_call (
  id ${TEXT} NOT NULL,
  caller ${TEXT} NOT NULL,
  kiosk_name ${TEXT} NOT NULL,
  called_at bigint NOT NULL,
  taken_at bigint,
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE plate_part (
  part ${TEXT} NOT NULL,
  plate ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, part, plate)
);
ALTER TABLE booking ADD FOREIGN KEY (site_id, service_id) REFERENCES service (site_id, id) DEFERRABLE;
ALTER TABLE booking ADD FOREIGN KEY (site_id, resource_id) REFERENCES resource (site_id, id) DEFERRABLE;
ALTER TABLE booking ADD FOREIGN KEY (site_id, quote_id) REFERENCES quote (site_id, id) DEFERRABLE;
ALTER TABLE booking ADD FOREIGN KEY (site_id, follows_booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
ALTER TABLE allocation ADD FOREIGN KEY (site_id, resource_id) REFERENCES resource (site_id, id) DEFERRABLE;
ALTER TABLE allocation ADD FOREIGN KEY (site_id, booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
ALTER TABLE allocation ADD FOREIGN KEY (site_id, stay_id) REFERENCES stay (site_id, id) DEFERRABLE;
ALTER TABLE quote ADD FOREIGN KEY (site_id, tariff_version_id) REFERENCES tariff_version (site_id, id) DEFERRABLE;
ALTER TABLE stay ADD FOREIGN KEY (site_id, booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
ALTER TABLE stay ADD FOREIGN KEY (site_id, resource_id) REFERENCES resource (site_id, id) DEFERRABLE;
ALTER TABLE stay ADD FOREIGN KEY (site_id, tariff_version_id) REFERENCES tariff_version (site_id, id) DEFERRABLE;
ALTER TABLE stay ADD FOREIGN KEY (site_id, permit_id) REFERENCES permit (site_id, id) DEFERRABLE;
ALTER TABLE stay ADD FOREIGN KEY (site_id, exit_quote_id) REFERENCES quote (site_id, id) DEFERRABLE;
ALTER TABLE wash_job ADD FOREIGN KEY (site_id, booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
ALTER TABLE wash_job ADD FOREIGN KEY (site_id, told_booking_id) REFERENCES booking (site_id, id) DEFERRABLE;
`
