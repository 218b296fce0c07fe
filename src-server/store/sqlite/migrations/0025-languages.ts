/** The languages that the site speaks to its customers, the first one first, by their tags and with commas between. */
export const siteLanguages = /* sql */ `
ALTER TABLE site ADD COLUMN languages TEXT NOT NULL DEFAULT 'en' CHECK (languages <> '');
`
