/** Where customers' phones reach the site. What a poster says of prices is made from the tariff, and kept nowhere. */
export const publicAddress = /* sql */ `
ALTER TABLE site ADD COLUMN public_url TEXT NOT NULL DEFAULT '';
ALTER TABLE site DROP COLUMN tariff_summary;
`
