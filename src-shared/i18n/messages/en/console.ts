/** The words of console. */
export const consoleMessages = {} as const
