import { ApiError } from '../../src-shared/api/client.ts'
import type { Problem } from '../../src-shared/api/problem.ts'
import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'

/** Why something could not be done, as far as a person is concerned. */
export interface Failure {
  readonly code: ErrorCode | 'unreachable'
  /** Which members of a form the server refused; empty for most failures. */
  readonly fields: NonNullable<Problem['errors']>
}

/** @throws the error itself when it is no refusal and no lost connection: that is a bug, and it should show as one */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) throw error
  return { code: error.problem?.code ?? 'unreachable', fields: error.problem?.errors ?? [] }
}

/** What happened and what to do now. The counter's own words stand before those made for customers. */
export function wordsOf(failure: Failure, t: Translator): string {
  const own = `console.error.${failure.code}`
  return t(Object.hasOwn(english, own) ? (own as MessageKey) : `error.${failure.code}`)
}
