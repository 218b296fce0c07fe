/** What reports and the audit trail are read by: without these they would read whole tables. */
export const reports = /* sql */ `
CREATE INDEX event_by_time ON event (at);
CREATE INDEX event_by_kind ON event (kind, at);
CREATE INDEX event_by_subject ON event (subject, seq);
CREATE INDEX event_by_actor ON event (actor, seq);
CREATE INDEX stay_came ON stay (entered_at, resource_id, state) WHERE state <> 'voided';
CREATE INDEX stay_went ON stay (exited_at, resource_id, state) WHERE state <> 'voided' AND exited_at IS NOT NULL;
CREATE INDEX cash_move_by_time ON cash_move (at);
CREATE INDEX shift_by_closing ON shift (closed_at) WHERE state = 'closed';
`
