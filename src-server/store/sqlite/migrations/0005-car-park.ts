/** The car park itself: cars in their bays, wash jobs, the waitlist, permits, and the plan of the lot. */
export const carPark = /* sql */ `
ALTER TABLE site ADD COLUMN business_name TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN tax_id TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN upi_id TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN receipt_footer TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN parking_buffer_minutes INTEGER NOT NULL DEFAULT 10 CHECK (parking_buffer_minutes >= 0);
ALTER TABLE site ADD COLUMN parking_min_minutes INTEGER NOT NULL DEFAULT 15 CHECK (parking_min_minutes >= 1);
ALTER TABLE site ADD COLUMN early_minutes INTEGER NOT NULL DEFAULT 30 CHECK (early_minutes >= 0);
ALTER TABLE site ADD COLUMN walk_in_minutes INTEGER NOT NULL DEFAULT 120 CHECK (walk_in_minutes >= 1);
ALTER TABLE site ADD COLUMN wash_no_show_minutes INTEGER NOT NULL DEFAULT 20 CHECK (wash_no_show_minutes >= 1);
ALTER TABLE site ADD COLUMN parking_no_show_minutes INTEGER NOT NULL DEFAULT 120 CHECK (parking_no_show_minutes >= 1);

ALTER TABLE resource ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
ALTER TABLE resource ADD COLUMN x INTEGER;
ALTER TABLE resource ADD COLUMN y INTEGER;
ALTER TABLE resource ADD COLUMN width INTEGER CHECK (width > 0);
ALTER TABLE resource ADD COLUMN height INTEGER CHECK (height > 0);
ALTER TABLE resource ADD COLUMN rotation INTEGER CHECK (rotation IN (0, 90, 180, 270));
ALTER TABLE service ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE lot_plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  features TEXT NOT NULL
) STRICT;

CREATE TABLE tariff_version (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  plan TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX tariff_version_by_time ON tariff_version (valid_from, number);
CREATE TRIGGER tariff_version_is_never_changed BEFORE UPDATE ON tariff_version
BEGIN SELECT RAISE(ABORT, 'tariff versions are never changed'); END;
CREATE TRIGGER tariff_version_is_never_deleted BEFORE DELETE ON tariff_version
BEGIN SELECT RAISE(ABORT, 'tariff versions are never deleted'); END;

CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('booking', 'exit')),
  tariff_version_id TEXT NOT NULL REFERENCES tariff_version (id),
  bay_class TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (to_at >= from_at),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  breakdown TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER quote_is_frozen BEFORE UPDATE OF id, purpose, tariff_version_id, bay_class, from_at, to_at, amount_minor,
  currency, breakdown ON quote
BEGIN SELECT RAISE(ABORT, 'quotes are frozen'); END;

CREATE TABLE permit (
  id TEXT PRIMARY KEY,
  plate TEXT NOT NULL,
  holder TEXT NOT NULL,
  bay_class TEXT,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER NOT NULL CHECK (valid_to > valid_from),
  revoked_at INTEGER,
  revoked_reason TEXT
) STRICT;
CREATE INDEX permit_by_plate ON permit (plate);
CREATE INDEX permit_by_end ON permit (valid_to, plate);

ALTER TABLE booking ADD COLUMN bay_class TEXT;
ALTER TABLE booking ADD COLUMN quote_id TEXT REFERENCES quote (id);
ALTER TABLE booking ADD COLUMN follows_booking_id TEXT REFERENCES booking (id);
ALTER TABLE booking ADD COLUMN conflict_told_at INTEGER;
CREATE INDEX booking_to_come ON booking (starts_at) WHERE state = 'confirmed';

CREATE TABLE stay (
  id TEXT PRIMARY KEY,
  ticket TEXT NOT NULL UNIQUE,
  booking_id TEXT UNIQUE REFERENCES booking (id),
  resource_id TEXT NOT NULL REFERENCES resource (id),
  bay_class TEXT NOT NULL,
  plate TEXT NOT NULL,
  phone TEXT,
  state TEXT NOT NULL CHECK (state IN ('parked', 'exited', 'voided')),
  entered_at INTEGER NOT NULL,
  recorded_entered_at INTEGER NOT NULL,
  booked_until INTEGER,
  exited_at INTEGER CHECK (exited_at >= entered_at),
  lost_ticket INTEGER NOT NULL CHECK (lost_ticket IN (0, 1)),
  overstay_told_at INTEGER,
  tariff_version_id TEXT NOT NULL REFERENCES tariff_version (id),
  permit_id TEXT REFERENCES permit (id),
  exit_quote_id TEXT REFERENCES quote (id),
  made_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX stay_one_car_once ON stay (plate) WHERE state = 'parked';
CREATE UNIQUE INDEX stay_one_car_to_a_bay ON stay (resource_id) WHERE state = 'parked';
CREATE INDEX stay_by_entry ON stay (entered_at);
CREATE INDEX stay_by_exit ON stay (exited_at);
CREATE INDEX stay_by_plate ON stay (plate);

ALTER TABLE allocation ADD COLUMN stay_id TEXT REFERENCES stay (id);
ALTER TABLE allocation ADD COLUMN note TEXT;
CREATE INDEX allocation_by_stay ON allocation (stay_id) WHERE stay_id IS NOT NULL;

CREATE TABLE wash_job (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL UNIQUE REFERENCES booking (id),
  state TEXT NOT NULL CHECK (state IN
    ('booked', 'queued', 'in_progress', 'quality_check', 'ready', 'collected', 'cancelled', 'no_show')),
  position INTEGER NOT NULL,
  queued_at INTEGER,
  started_at INTEGER,
  finished_at INTEGER,
  ready_at INTEGER,
  collected_at INTEGER,
  told_booking_id TEXT REFERENCES booking (id)
) STRICT;
CREATE INDEX wash_job_open ON wash_job (state) WHERE state IN ('queued', 'in_progress', 'quality_check', 'ready');
CREATE INDEX wash_job_by_finish ON wash_job (finished_at);
-- Washes that were booked before there were jobs. Those begun have no times of their own to tell.
INSERT INTO wash_job (id, booking_id, state, position)
  SELECT 'job-' || id, id, CASE state WHEN 'confirmed' THEN 'booked' WHEN 'checked_in' THEN 'queued'
    WHEN 'completed' THEN 'collected' ELSE 'no_show' END, 0
  FROM booking WHERE kind = 'wash' AND state IN ('confirmed', 'checked_in', 'completed', 'no_show');

CREATE TABLE waitlist (
  id TEXT PRIMARY KEY,
  bay_class TEXT NOT NULL,
  plate TEXT NOT NULL,
  phone TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'served', 'left')),
  created_at INTEGER NOT NULL,
  offered_at INTEGER,
  closed_at INTEGER,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX waitlist_open ON waitlist (created_at) WHERE state IN ('waiting', 'offered');
`
