/** Kiosks at which somebody has called the attendant. Few: those that were taken are forgotten after a day. */
export const helpCalls = /* sql */ `
CREATE TABLE help_call (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  kiosk_name TEXT NOT NULL,
  called_at INTEGER NOT NULL,
  taken_at INTEGER
) STRICT;
`
