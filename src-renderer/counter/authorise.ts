import { isPin } from '../controls/pin.ts'

/** Why, and the PIN of whoever answers for it. */
export interface Authorised {
  readonly reason: string
  readonly pin: string
}

/** What the server would refuse, in the order of the form. */
export function authoriseFaults({ reason, pin }: Authorised, needsPin: boolean): (keyof Authorised)[] {
  const faults: (keyof Authorised)[] = []
  if (reason.trim().length < 3) faults.push('reason')
  if (needsPin && !isPin(pin)) faults.push('pin')
  return faults
}
