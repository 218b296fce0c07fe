/** A write that another one was in the way of; the same again may well go through. */
const TRY_AGAIN = new Set(['40001', '40P01'])

/**
 * Classes and codes by which PostgreSQL says that it is going, not taking connections yet, has ended this one, or is a
 * standby, to which nothing can be written.
 */
const AWAY = /^(08|57P0|53300|25P03|25006)/

/** What Node says of a connection that is gone or cannot be made. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** The words of `pg` about the same, which gives them no code. */
const PG_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Client was closed)/

/** No connection could be made, for whatever reason: where the role was renamed, nothing can be asked either. */
export class NoConnectionError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'NoConnectionError'
  }
}

export function isWorthTryingAgain(error: unknown): boolean {
  return TRY_AGAIN.has(codeOf(error))
}

/** Whether the database cannot be asked, whatever is asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof NoConnectionError) return true
  const code = codeOf(error)
  return AWAY.test(code) || GONE.has(code) || (error instanceof Error && PG_WORDS.test(error.message))
}

/** It is there, and has no connection left: whoever has one goes on. */
export function isFull(error: unknown): boolean {
  return codeOf(error) === '53300'
}

/** The bay was taken: what `EXCLUDE` says. */
export function isOverlap(error: unknown): boolean {
  return codeOf(error) === '23P01'
}

/** A transaction that the database has never heard of: what it wrote was lost in a crash. */
export function isUnheardOf(error: unknown): boolean {
  return codeOf(error) === '22023'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
