/** The clock's mark, which carries business time over a restart, its log, and PINs for acts that need one. */
export const trustedTime = /* sql */ `
ALTER TABLE store_state ADD COLUMN mark_business_ms REAL;
ALTER TABLE store_state ADD COLUMN mark_boot_ms REAL;
ALTER TABLE store_state ADD COLUMN mark_boot_id TEXT;
ALTER TABLE store_state ADD COLUMN mark_epoch INTEGER;
ALTER TABLE store_state ADD COLUMN mark_state TEXT;

CREATE TABLE clock_log (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  wall_ahead_ms REAL NOT NULL,
  slept_ms REAL,
  actor TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE TRIGGER clock_log_is_never_changed BEFORE UPDATE ON clock_log
BEGIN SELECT RAISE(ABORT, 'clock_log rows are never changed'); END;
CREATE TRIGGER clock_log_is_never_deleted BEFORE DELETE ON clock_log
BEGIN SELECT RAISE(ABORT, 'clock_log rows are never deleted'); END;

ALTER TABLE user ADD COLUMN pin_hash TEXT;
`
