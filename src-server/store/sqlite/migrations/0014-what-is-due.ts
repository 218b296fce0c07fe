/**
 * Whether time alone has something to change is asked with each write: the first row of an index answers it. And who is
 * in the way of an allocation is asked by the one row that can be: rows of one bay never overlap, so they are in order
 * of their ends and of their begins, and if the first that ends after the new one's begin does not begin before its
 * end, none does.
 */
export const whatIsDue = /* sql */ `
CREATE INDEX stay_over_untold ON stay (booked_until) WHERE state = 'parked' AND overstay_told_at IS NULL;
CREATE INDEX allocation_of_cars ON allocation (busy_to)
  WHERE stay_id IS NOT NULL AND state IN ('held', 'confirmed', 'in_use', 'blocked');

DROP TRIGGER allocation_overlap_on_insert;
CREATE TRIGGER allocation_overlap_on_insert BEFORE INSERT ON allocation
WHEN NEW.state <> 'released' AND NEW.busy_to > (
  SELECT other.busy_from FROM allocation AS other
  WHERE other.resource_id = NEW.resource_id
    AND other.state IN ('held', 'confirmed', 'in_use', 'blocked')
    AND other.busy_to > NEW.busy_from ORDER BY other.busy_to LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'allocation_overlap'); END;

DROP TRIGGER allocation_overlap_on_update;
CREATE TRIGGER allocation_overlap_on_update BEFORE UPDATE OF resource_id, state, busy_from, busy_to ON allocation
WHEN NEW.state <> 'released' AND NEW.busy_to > (
  SELECT other.busy_from FROM allocation AS other
  WHERE other.resource_id = NEW.resource_id AND other.id <> NEW.id
    AND other.state IN ('held', 'confirmed', 'in_use', 'blocked')
    AND other.busy_to > NEW.busy_from ORDER BY other.busy_to LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'allocation_overlap'); END;
`
