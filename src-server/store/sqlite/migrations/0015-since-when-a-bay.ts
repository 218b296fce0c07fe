/** Since when a booking has the bay that it has, where it was given another one. */
export const sinceWhenABay = /* sql */ `
ALTER TABLE booking ADD COLUMN bay_since INTEGER;
`
