import type { Ms } from './basics.ts'

/** Before which instants a car must have gone for its plate, and its customer's telephone number, to be erased. */
export interface ErasureLimits {
  readonly platesUntil: Ms
  readonly phonesUntil: Ms
}

/** How many rows lost what they told of a person. */
export interface ErasureCounts {
  readonly bookings: number
  readonly stays: number
  readonly waitlist: number
  readonly permits: number
  readonly notices: number
  /** Lines of the audit trail. */
  readonly lines: number
}

export interface PrivacyWrites {
  /**
   * Erases what is due, oldest first. Money, receipts and the trail itself stay as they are.
   * @param limit at most so many rows of each kind; what is left waits for the next call
   */
  erasePersonal(limits: ErasureLimits, limit: number): Promise<ErasureCounts>
}
