/** The append-only, hash-chained audit trail, and the store's own single row: its secret and its last stamp. */
export const auditTrail = /* sql */ `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  actor TEXT NOT NULL,
  data TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event rows are never changed'); END;
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event AS other WHERE other.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'event rows are never replaced'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event rows are never deleted'); END;

CREATE TABLE store_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret_key BLOB NOT NULL CHECK (length(secret_key) = 32),
  last_stamp INTEGER NOT NULL
) STRICT;
`
