/** The words of time. */
export const time = {} as const
