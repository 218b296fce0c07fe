/** The words of kiosk. */
export const kiosk = {} as const
