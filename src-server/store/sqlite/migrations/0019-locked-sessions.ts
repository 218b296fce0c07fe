/**
 * A session may be locked, and is ended when too many wrong PINs are tried at its lock; the site says after how many idle
 * minutes a console locks, 0 for never. A kiosk remembers who let it in, who may take that back.
 */
export const lockedSessions = /* sql */ `
ALTER TABLE session ADD COLUMN locked_at INTEGER;
ALTER TABLE session ADD COLUMN unlock_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 15 CHECK (lock_minutes BETWEEN 0 AND 120);
ALTER TABLE device ADD COLUMN paired_by TEXT;
`
