/** Text is compared character by character, as SQLite does it, and not as a language sorts it. */
export const TEXT = 'text COLLATE "C"'

/** Whose row it is: the site that the connection works for. Last, so that rows are inserted without naming it. */
export const SITE = `${TEXT} NOT NULL DEFAULT current_setting('kerbside.site')`
