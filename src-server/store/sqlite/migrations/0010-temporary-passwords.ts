/** Whose password somebody else has set. Those set before this was asked stay as they are: most have been changed. */
export const temporaryPasswords = /* sql */ `
ALTER TABLE user ADD COLUMN password_temporary INTEGER NOT NULL DEFAULT 0 CHECK (password_temporary IN (0, 1));
`
