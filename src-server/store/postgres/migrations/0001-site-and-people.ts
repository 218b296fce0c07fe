import { SITE, TEXT } from './columns.ts'

/** A site, who works there, and how its time stands. */
export const siteAndPeople = `
CREATE TABLE site (
  id bigint NOT NULL CHECK (id = 1),
  name ${TEXT} NOT NULL,
  timezone ${TEXT} NOT NULL,
  currency ${TEXT} NOT NULL CHECK (length(currency) = 3),
  demo bigint NOT NULL CHECK (demo IN (0, 1)),
  window_days bigint NOT NULL CHECK (window_days BETWEEN 0 AND 366),
  wash_lead_minutes bigint NOT NULL CHECK (wash_lead_minutes >= 0),
  wash_slot_minutes bigint NOT NULL CHECK (wash_slot_minutes BETWEEN 5 AND 1440),
  hold_minutes bigint NOT NULL CHECK (hold_minutes >= 1),
  payment_minutes bigint NOT NULL CHECK (payment_minutes >= 1),
  business_name ${TEXT} NOT NULL DEFAULT '',
  address ${TEXT} NOT NULL DEFAULT '',
  phone ${TEXT} NOT NULL DEFAULT '',
  tax_id ${TEXT} NOT NULL DEFAULT '',
  upi_id ${TEXT} NOT NULL DEFAULT '',
  receipt_footer ${TEXT} NOT NULL DEFAULT '',
  parking_buffer_minutes bigint NOT NULL DEFAULT 10 CHECK (parking_buffer_minutes >= 0),
  parking_min_minutes bigint NOT NULL DEFAULT 15 CHECK (parking_min_minutes >= 1),
  early_minutes bigint NOT NULL DEFAULT 30 CHECK (early_minutes >= 0),
  walk_in_minutes bigint NOT NULL DEFAULT 120 CHECK (walk_in_minutes >= 1),
  wash_no_show_minutes bigint NOT NULL DEFAULT 20 CHECK (wash_no_show_minutes >= 1),
  parking_no_show_minutes bigint NOT NULL DEFAULT 120 CHECK (parking_no_show_minutes >= 1),
  public_url ${TEXT} NOT NULL DEFAULT '',
  lock_minutes bigint NOT NULL DEFAULT 15 CHECK (lock_minutes BETWEEN 0 AND 120),
  plate_days bigint NOT NULL DEFAULT 90 CHECK (plate_days BETWEEN 1 AND 3650),
  phone_days bigint NOT NULL DEFAULT 90 CHECK (phone_days BETWEEN 1 AND 3650),
  languages ${TEXT} NOT NULL DEFAULT 'en' CHECK (languages <> ''),
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE opening_rule (
  kind ${TEXT} NOT NULL CHECK (kind IN ('wash', 'parking')),
  weekday bigint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens ${TEXT} NOT NULL,
  closes ${TEXT} NOT NULL CHECK (closes > opens),
  site_id ${SITE},
  PRIMARY KEY (site_id, kind, weekday, opens)
);
CREATE TABLE closure (
  id ${TEXT} NOT NULL,
  kind ${TEXT} CHECK (kind IN ('wash', 'parking')),
  from_date ${TEXT} NOT NULL,
  to_date ${TEXT} NOT NULL CHECK (to_date >= from_date),
  reason ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE resource (
  id ${TEXT} NOT NULL,
  kind ${TEXT} NOT NULL CHECK (kind IN ('bay', 'wash_bay')),
  label ${TEXT} NOT NULL,
  bay_class ${TEXT},
  position bigint NOT NULL,
  active bigint NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  x bigint,
  y bigint,
  width bigint CHECK (width > 0),
  height bigint CHECK (height > 0),
  rotation bigint CHECK (rotation IN (0, 90, 180, 270)),
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, label)
);
CREATE TABLE service (
  id ${TEXT} NOT NULL,
  name ${TEXT} NOT NULL,
  description ${TEXT} NOT NULL,
  duration_minutes bigint NOT NULL CHECK (duration_minutes > 0),
  cleanup_minutes bigint NOT NULL CHECK (cleanup_minutes >= 0),
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  position bigint NOT NULL,
  active bigint NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE lot_plan (
  id bigint NOT NULL CHECK (id = 1),
  width bigint NOT NULL CHECK (width > 0),
  height bigint NOT NULL CHECK (height > 0),
  features ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE "user" (
  id ${TEXT} NOT NULL,
  name ${TEXT} NOT NULL,
  username ${TEXT} NOT NULL,
  role ${TEXT} NOT NULL CHECK (role IN ('attendant', 'owner', 'admin')),
  password_hash ${TEXT} NOT NULL,
  active bigint NOT NULL CHECK (active IN (0, 1)),
  pin_hash ${TEXT},
  password_temporary bigint NOT NULL DEFAULT 0 CHECK (password_temporary IN (0, 1)),
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, username)
);
CREATE TABLE session (
  token_hash ${TEXT} NOT NULL,
  user_id ${TEXT} NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  locked_at bigint,
  unlock_failures bigint NOT NULL DEFAULT 0,
  site_id ${SITE},
  PRIMARY KEY (site_id, token_hash)
);
CREATE INDEX session_by_user ON session (site_id, user_id);
CREATE TABLE device (
  id ${TEXT} NOT NULL,
  name ${TEXT} NOT NULL,
  token_hash ${TEXT} NOT NULL,
  paired_at bigint NOT NULL,
  seen_at bigint,
  paired_by ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, token_hash)
);
CREATE TABLE pairing_code (
  code_hash ${TEXT} NOT NULL,
  device_name ${TEXT},
  expires_at bigint NOT NULL,
  made_by ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, code_hash)
);
CREATE TABLE store_state (
  id bigint NOT NULL CHECK (id = 1),
  secret_key bytea NOT NULL CHECK (length(secret_key) = 32),
  last_stamp bigint NOT NULL,
  mark_business_ms double precision,
  mark_boot_ms double precision,
  mark_boot_id ${TEXT},
  mark_epoch bigint,
  mark_state ${TEXT},
  mark_demo_ahead_ms double precision NOT NULL DEFAULT 0 CHECK (mark_demo_ahead_ms >= 0),
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE clock_log (
  seq bigint NOT NULL,
  at bigint NOT NULL,
  what ${TEXT} NOT NULL,
  from_state ${TEXT},
  to_state ${TEXT} NOT NULL,
  epoch bigint NOT NULL,
  wall_ahead_ms double precision NOT NULL,
  slept_ms double precision,
  actor ${TEXT} NOT NULL,
  reason ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, seq)
);
-- What each server knows of the time: its boot clock is its own machine's.
CREATE TABLE server_clock (
  server ${TEXT} NOT NULL,
  business_ms double precision NOT NULL,
  boot_ms double precision,
  boot_id ${TEXT},
  epoch bigint NOT NULL,
  state ${TEXT} NOT NULL,
  demo_ahead_ms double precision NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, server)
);
ALTER TABLE session ADD FOREIGN KEY (site_id, user_id) REFERENCES "user" (site_id, id) DEFERRABLE;
`
