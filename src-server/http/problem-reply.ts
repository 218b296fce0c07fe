import type { FastifyError, FastifyReply } from 'fastify'
import { errorStatuses, type ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { errorTitles } from '../../src-shared/errors/error-titles.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { ValidationFailure } from './schema-compilers.ts'

const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

/** The body of a refusal, RFC 9457. */
export function problemBody(refusal: Refusal): Record<string, unknown> {
  return {
    type: `urn:kerbside:problem:${refusal.refused}`,
    title: errorTitles[refusal.refused],
    status: errorStatuses[refusal.refused],
    code: refusal.refused,
    ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
    ...refusal.extra,
  }
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .status(errorStatuses[refusal.refused])
    .header('content-type', PROBLEM_JSON)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(refusal))
}

const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
}

/**
 * What an error means to whoever asked.
 * @returns undefined for a bug, which is logged and answered with `internal`
 */
export function refusalOfError(error: FastifyError | ValidationFailure | Error): Refusal | undefined {
  if (error instanceof ValidationFailure) {
    return refuse('invalid_request', 'some members are not of the form they must have', { errors: error.problems })
  }
  const code = 'code' in error ? frameworkCodes[error.code] : undefined
  if (code !== undefined) return refuse(code)
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500) return refuse('invalid_request', error.message)
  return undefined
}
