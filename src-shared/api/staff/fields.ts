import * as v from 'valibot'
import { Id } from '../fields.ts'

export const ById = v.strictObject({ id: Id })
export const staff = ['attendant', 'owner', 'admin'] as const
/** Those who answer for the business. */
export const managers = ['owner', 'admin'] as const

/** A password as it is typed to show who one is; what a new one has to be is another matter. */
export const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const DeviceName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))

/** Whether there is such a zone is for the server to say. */
export const Timezone = v.pipe(v.string(), v.maxLength(64))

export const Pin = v.pipe(v.string(), v.regex(/^\d{4,8}$/, 'must be 4 to 8 digits'))

/** A body that is asked for together with the PIN. */
export function withPin<E extends v.ObjectEntries>({ entries }: { readonly entries: E }) {
  return v.strictObject({ ...entries, pin: Pin })
}
