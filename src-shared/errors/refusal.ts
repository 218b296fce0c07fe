import type { ErrorCode } from './error-codes.ts'

/** An expected refusal, as a value: services return it, the HTTP layer turns it into problem+json. A bug throws. */
export interface Refusal {
  readonly refused: ErrorCode
  /** One English sentence for logs and scripts; what the customer reads is made from the code. */
  readonly detail?: string | undefined
  /** Extra members of the problem body, such as the next free slot. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined
}

export function refuse(code: ErrorCode, detail?: string, extra?: Readonly<Record<string, unknown>>): Refusal {
  return { refused: code, detail, extra }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
