/** Whether time alone has something to change is asked with each write: the first row of an index answers it. */
export const whatIsDue = /* sql */ `
CREATE INDEX stay_over_untold ON stay (booked_until) WHERE state = 'parked' AND overstay_told_at IS NULL;
CREATE INDEX allocation_of_cars ON allocation (busy_to)
  WHERE stay_id IS NOT NULL AND state IN ('held', 'confirmed', 'in_use', 'blocked');
`
