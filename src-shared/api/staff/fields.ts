import * as v from 'valibot'
import { Id } from '../fields.ts'

export const ById = v.strictObject({ id: Id })
export const staff = ['attendant', 'owner', 'admin'] as const
/** Those who answer for the business. */
export const managers = ['owner', 'admin'] as const

export const Pin = v.pipe(v.string(), v.regex(/^\d{4,8}$/, 'must be 4 to 8 digits'))
