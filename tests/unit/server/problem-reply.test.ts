import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src-shared/api/problem.ts'
import { errorStatuses, type ErrorCode } from '../../../src-shared/errors/error-codes.ts'
import { refuse } from '../../../src-shared/errors/refusal.ts'
import { problemBody, refusalOfError } from '../../../src-server/http/problem-reply.ts'
import { ValidationFailure } from '../../../src-server/http/schema-compilers.ts'

const codes = Object.keys(errorStatuses) as ErrorCode[]

describe('problem bodies', () => {
  it.each(codes)('%s is a problem by RFC 9457, with its code', (code) => {
    const body = problemBody(refuse(code))
    expect(v.is(Problem, body)).toBe(true)
    expect(body).toMatchObject({ type: `urn:kerbside:problem:${code}`, code })
    expect(Object.keys(body)).toEqual(['type', 'title', 'status', 'code'])
  })

  it('carries what the refusal says beyond its code', () => {
    expect(problemBody(refuse('outside_window', 'too far ahead', { window: { min_date: '2025-12-05' } }))).toEqual({
      type: 'urn:kerbside:problem:outside_window',
      title: 'That day is outside the booking window',
      status: 422,
      code: 'outside_window',
      detail: 'too far ahead',
      window: { min_date: '2025-12-05' },
    })
  })
})

describe('what an error means to whoever asked', () => {
  it('names each member that is wrong', () => {
    const problems = [{ path: 'body.plate', message: 'must be a number plate' }]
    expect(refusalOfError(new ValidationFailure(problems))).toMatchObject({
      refused: 'invalid_request',
      extra: { errors: problems },
    })
  })

  it.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'body_too_large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'unsupported_media_type'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 400, 'invalid_request'],
    ['FST_ERR_ANYTHING', 431, 'invalid_request'],
  ])('%s is %i', (code, statusCode, refused) => {
    expect(refusalOfError(Object.assign(new Error('no'), { code, statusCode }))).toMatchObject({ refused })
  })

  it('a bug means nothing to them', () => {
    expect(refusalOfError(new TypeError('undefined is not a function'))).toBeUndefined()
    expect(refusalOfError(Object.assign(new Error('down'), { statusCode: 500 }))).toBeUndefined()
    expect(refusalOfError(Object.assign(new Error('SQLITE_IOERR'), { code: 'SQLITE_IOERR' }))).toBeUndefined()
  })
})
