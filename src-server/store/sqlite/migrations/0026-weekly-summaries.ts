/**
 * Summaries of whole weeks, with their figures as they were when each was made: one for a week, never changed. Only that
 * it was written to the folder comes later.
 */
export const weeklySummaries = /* sql */ `
CREATE TABLE weekly_summary (
  first_date TEXT PRIMARY KEY,
  last_date TEXT NOT NULL CHECK (last_date > first_date),
  made_at INTEGER NOT NULL,
  agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
  takings_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  figures TEXT NOT NULL,
  written_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TRIGGER weekly_summary_is_never_changed BEFORE UPDATE OF first_date, last_date, made_at, agrees, takings_minor,
  currency, last_seq, figures ON weekly_summary
BEGIN SELECT RAISE(ABORT, 'weekly summaries are never changed'); END;
CREATE TRIGGER weekly_summary_is_never_deleted BEFORE DELETE ON weekly_summary
BEGIN SELECT RAISE(ABORT, 'weekly summaries are never deleted'); END;

CREATE TABLE weekly_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  week_starts_on INTEGER NOT NULL CHECK (week_starts_on BETWEEN 1 AND 7),
  folder TEXT
) STRICT;
`
