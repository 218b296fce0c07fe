/** The site, its hours and services, and bookings whose overlap the database itself makes impossible. */
export const siteAndBookings = /* sql */ `
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  timezone TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  window_days INTEGER NOT NULL CHECK (window_days BETWEEN 0 AND 366),
  wash_lead_minutes INTEGER NOT NULL CHECK (wash_lead_minutes >= 0),
  wash_slot_minutes INTEGER NOT NULL CHECK (wash_slot_minutes BETWEEN 5 AND 1440),
  hold_minutes INTEGER NOT NULL CHECK (hold_minutes >= 1),
  payment_minutes INTEGER NOT NULL CHECK (payment_minutes >= 1),
  tariff_summary TEXT NOT NULL
) STRICT;

CREATE TABLE opening_rule (
  kind TEXT NOT NULL CHECK (kind IN ('wash', 'parking')),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens TEXT NOT NULL,
  closes TEXT NOT NULL CHECK (closes > opens),
  PRIMARY KEY (kind, weekday, opens)
) STRICT;

CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  kind TEXT CHECK (kind IN ('wash', 'parking')),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL CHECK (to_date >= from_date),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE resource (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('bay', 'wash_bay')),
  label TEXT NOT NULL UNIQUE,
  bay_class TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  duration_minutes INTEGER NOT NULL CHECK (duration_minutes > 0),
  cleanup_minutes INTEGER NOT NULL CHECK (cleanup_minutes >= 0),
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('wash', 'parking')),
  state TEXT NOT NULL CHECK (state IN
    ('held', 'awaiting_payment', 'confirmed', 'checked_in', 'completed', 'expired', 'cancelled', 'no_show')),
  service_id TEXT REFERENCES service (id),
  resource_id TEXT NOT NULL REFERENCES resource (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  plate TEXT NOT NULL,
  phone TEXT,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  currency TEXT NOT NULL,
  hold_expires_at INTEGER,
  payment_expires_at INTEGER,
  created_at INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX booking_by_start ON booking (kind, starts_at);
CREATE INDEX booking_by_plate ON booking (plate);
CREATE INDEX booking_holds ON booking (hold_expires_at) WHERE state = 'held';
CREATE INDEX booking_unpaid ON booking (payment_expires_at) WHERE state = 'awaiting_payment';

CREATE TABLE allocation (
  id TEXT PRIMARY KEY,
  resource_id TEXT NOT NULL REFERENCES resource (id),
  booking_id TEXT REFERENCES booking (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'confirmed', 'in_use', 'blocked', 'released')),
  busy_from INTEGER NOT NULL,
  busy_to INTEGER NOT NULL CHECK (busy_to > busy_from)
) STRICT;
CREATE INDEX allocation_live ON allocation (resource_id, busy_to, busy_from)
  WHERE state IN ('held', 'confirmed', 'in_use', 'blocked');
CREATE INDEX allocation_by_booking ON allocation (booking_id);

CREATE TRIGGER allocation_overlap_on_insert BEFORE INSERT ON allocation
WHEN NEW.state <> 'released' AND EXISTS (
  SELECT 1 FROM allocation AS other
  WHERE other.resource_id = NEW.resource_id
    AND other.state IN ('held', 'confirmed', 'in_use', 'blocked')
    AND other.busy_to > NEW.busy_from AND other.busy_from < NEW.busy_to)
BEGIN SELECT RAISE(ABORT, 'allocation_overlap'); END;

CREATE TRIGGER allocation_overlap_on_update BEFORE UPDATE OF resource_id, state, busy_from, busy_to ON allocation
WHEN NEW.state <> 'released' AND EXISTS (
  SELECT 1 FROM allocation AS other
  WHERE other.resource_id = NEW.resource_id AND other.id <> NEW.id
    AND other.state IN ('held', 'confirmed', 'in_use', 'blocked')
    AND other.busy_to > NEW.busy_from AND other.busy_from < NEW.busy_to)
BEGIN SELECT RAISE(ABORT, 'allocation_overlap'); END;

CREATE TABLE idempotency (
  principal TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  booking_id TEXT NOT NULL REFERENCES booking (id),
  PRIMARY KEY (principal, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id),
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'upi')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX payment_by_booking ON payment (booking_id);
CREATE INDEX payment_by_time ON payment (at);
`
