/**
 * What somebody has their lists narrowed to, by names of their own: each account's alone, gone with it, and at most one
 * for each screen with which it opens. No search is kept in it: that may be a plate.
 */
export const savedFilters = /* sql */ `
CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  screen TEXT NOT NULL CHECK (screen IN ('reports', 'bookings', 'receipts', 'audit')),
  name TEXT NOT NULL CHECK (name <> ''),
  narrowed TEXT NOT NULL CHECK (json_type(narrowed) = 'object' AND narrowed ->> '$.q' IS NULL),
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  UNIQUE (user_id, screen, name)
) STRICT;
CREATE UNIQUE INDEX saved_filter_one_default ON saved_filter (user_id, screen) WHERE is_default = 1;
`
