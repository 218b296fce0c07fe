import { SITE, TEXT } from './columns.ts'

/** The audit trail, what is told to whom, and what is kept for a person. */
export const trailAndNotices = `
CREATE TABLE event (
  seq bigint NOT NULL,
  at bigint NOT NULL,
  kind ${TEXT} NOT NULL,
  subject ${TEXT} NOT NULL,
  actor ${TEXT} NOT NULL,
  data json NOT NULL,
  hash ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, seq)
);
CREATE INDEX event_by_time ON event (site_id, at);
CREATE INDEX event_by_kind ON event (site_id, kind, at);
CREATE INDEX event_by_subject ON event (site_id, subject, seq);
CREATE INDEX event_by_actor ON event (site_id, actor, seq);
CREATE TABLE event_personal (
  at bigint NOT NULL,
  seq bigint NOT NULL,
  salt ${TEXT} NOT NULL CHECK (length(salt) = 32),
  data ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, at, seq)
);
CREATE INDEX event_personal_by_seq ON event_personal (site_id, seq);
CREATE TABLE notice (
  seq bigint NOT NULL,
  at bigint NOT NULL,
  needs_attention bigint NOT NULL CHECK (needs_attention IN (0, 1)),
  body json NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, seq)
);
CREATE TABLE notice_read (
  user_id ${TEXT} NOT NULL,
  seq bigint NOT NULL,
  at bigint NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, user_id, seq)
);
CREATE INDEX notice_read_by_seq ON notice_read (site_id, seq);
CREATE TABLE notice_for (
  role ${TEXT} NOT NULL CHECK (role IN ('attendant', 'owner', 'admin')),
  seq bigint NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, role, seq)
);
CREATE INDEX notice_for_by_seq ON notice_for (site_id, seq);
CREATE TABLE request_once (
  principal ${TEXT} NOT NULL,
  key ${TEXT} NOT NULL,
  request_hash ${TEXT} NOT NULL,
  subject ${TEXT} NOT NULL,
  site_id ${SITE},
  PRIMARY KEY (site_id, principal, key)
);
CREATE INDEX request_once_by_subject ON request_once (site_id, subject);
CREATE TABLE weekly_summary (
  first_date ${TEXT} NOT NULL,
  last_date ${TEXT} NOT NULL CHECK (last_date > first_date),
  made_at bigint NOT NULL,
  agrees bigint NOT NULL CHECK (agrees IN (0, 1)),
  takings_minor bigint NOT NULL,
  currency ${TEXT} NOT NULL,
  last_seq bigint NOT NULL,
  figures ${TEXT} NOT NULL,
  written_at bigint,
  site_id ${SITE},
  PRIMARY KEY (site_id, first_date)
);
CREATE TABLE weekly_settings (
  id bigint NOT NULL CHECK (id = 1),
  week_starts_on bigint NOT NULL CHECK (week_starts_on BETWEEN 1 AND 7),
  folder ${TEXT},
  site_id ${SITE},
  PRIMARY KEY (site_id, id)
);
CREATE TABLE saved_filter (
  id ${TEXT} NOT NULL,
  user_id ${TEXT} NOT NULL,
  screen ${TEXT} NOT NULL CHECK (screen IN ('reports', 'bookings', 'receipts', 'audit')),
  name ${TEXT} NOT NULL CHECK (name <> ''),
  narrowed json NOT NULL CHECK (json_typeof(narrowed) = 'object' AND narrowed ->> 'q' IS NULL),
  is_default bigint NOT NULL CHECK (is_default IN (0, 1)),
  site_id ${SITE},
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, user_id, screen, name)
);
CREATE UNIQUE INDEX saved_filter_one_default ON saved_filter (site_id, user_id, screen) WHERE is_default = 1;
ALTER TABLE notice_read ADD FOREIGN KEY (site_id, user_id) REFERENCES "user" (site_id, id) DEFERRABLE;
ALTER TABLE notice_read ADD FOREIGN KEY (site_id, seq) REFERENCES notice (site_id, seq) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE notice_for ADD FOREIGN KEY (site_id, seq) REFERENCES notice (site_id, seq) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE event_personal ADD FOREIGN KEY (site_id, seq) REFERENCES event (site_id, seq) DEFERRABLE;
ALTER TABLE saved_filter ADD FOREIGN KEY (site_id, user_id) REFERENCES "user" (site_id, id) ON DELETE CASCADE DEFERRABLE;
`
