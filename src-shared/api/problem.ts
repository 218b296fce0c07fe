import * as v from 'valibot'
import { errorStatuses, type ErrorCode } from '../errors/error-codes.ts'

const codes = Object.keys(errorStatuses) as [ErrorCode, ...ErrorCode[]]

/** The body of each refusal: RFC 9457 problem details with a stable `code`. */
export const Problem = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  code: v.picklist(codes),
  detail: v.optional(v.string()),
  /** For `invalid_request`: which members are wrong, by path, and what each must be. */
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
})
export type Problem = v.InferOutput<typeof Problem>
