/**
 * How long personal data is kept, and where it stands so that it can go: what a line of the trail tells of a person lies
 * beside the line, which holds no more of it than a salted digest. Each index holds only what is not erased yet.
 */
export const personalData = /* sql */ `
ALTER TABLE site ADD COLUMN plate_days INTEGER NOT NULL DEFAULT 90 CHECK (plate_days BETWEEN 1 AND 3650);
ALTER TABLE site ADD COLUMN phone_days INTEGER NOT NULL DEFAULT 90 CHECK (phone_days BETWEEN 1 AND 3650);

CREATE TABLE event_personal (
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES event (seq),
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  data TEXT NOT NULL,
  PRIMARY KEY (at, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_personal_is_never_changed BEFORE UPDATE ON event_personal
BEGIN SELECT RAISE(ABORT, 'what a line tells of a person is erased or kept, never changed'); END;

CREATE INDEX booking_personal ON booking (ends_at) WHERE plate <> '' OR phone IS NOT NULL;
CREATE INDEX stay_personal ON stay (coalesce(exited_at, entered_at))
  WHERE state <> 'parked' AND (plate <> '' OR phone IS NOT NULL);
CREATE INDEX waitlist_personal ON waitlist (closed_at)
  WHERE closed_at IS NOT NULL AND (plate <> '' OR phone IS NOT NULL);
CREATE INDEX request_once_by_subject ON request_once (subject);
`
