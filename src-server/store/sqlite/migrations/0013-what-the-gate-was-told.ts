/** From when a walk-in's bay was booked, so that a request that is repeated gets the answer that it got. */
export const whatTheGateWasTold = /* sql */ `
ALTER TABLE stay ADD COLUMN bay_booked_from INTEGER;
`
