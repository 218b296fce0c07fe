/** Notices that wait for whoever was not there, and who has read them. */
export const notices = /* sql */ `
CREATE TABLE notice (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  needs_attention INTEGER NOT NULL CHECK (needs_attention IN (0, 1)),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE notice_read (
  user_id TEXT NOT NULL REFERENCES user (id),
  seq INTEGER NOT NULL REFERENCES notice (seq) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (user_id, seq)
) STRICT, WITHOUT ROWID;
`
