/**
 * Every refusal that Kerbside can answer, once. The code is stable and part of the wire contract; the status is the
 * HTTP one; the title is the English fallback. What a person reads comes from the i18n messages, by code.
 */
export const errorCodes = {
  invalid_request: { status: 400, title: 'The request is not of the form that this address takes' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  not_paired: { status: 401, title: 'This device is not paired with the car park' },
  forbidden: { status: 403, title: 'This account may not do that' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  slot_taken: { status: 409, title: 'Somebody else has just taken that slot' },
  idempotency_key_reused: { status: 409, title: 'That Idempotency-Key belongs to another request' },
  invalid_state: { status: 409, title: 'The booking is not in a state that allows this' },
  no_open_shift: { status: 409, title: 'No shift is open, so nobody answers for the drawer' },
  shift_already_open: { status: 409, title: 'A shift is open already' },
  no_upi: { status: 409, title: 'This site takes no UPI by QR for that' },
  already_set_up: { status: 409, title: 'This car park already has its owner account' },
  hold_expired: { status: 410, title: 'The hold has run out and the slot is free again' },
  payment_expired: { status: 410, title: 'The time to pay has run out and the slot is free again' },
  pairing_code_invalid: { status: 410, title: 'That pairing code is wrong, used or too old' },
  body_too_large: { status: 413, title: 'The request is larger than this address takes' },
  unsupported_media_type: { status: 415, title: 'Send JSON, as application/json' },
  host_not_allowed: { status: 421, title: 'The server does not answer under that host name' },
  slot_past: { status: 422, title: 'That slot has already begun' },
  outside_window: { status: 422, title: 'That day is outside the booking window' },
  site_closed: { status: 422, title: 'The site is closed at that time' },
  lead_time: { status: 422, title: 'That slot begins too soon to be booked' },
  invalid_interval: { status: 422, title: 'No slot of this service begins then' },
  changed_meanwhile: { status: 409, title: 'Somebody else has changed this meanwhile; read it again' },
  last_owner: { status: 409, title: 'The last owner who can sign in stays an owner' },
  tariff_in_the_past: { status: 422, title: 'A tariff begins now or later, never in the past' },
  no_tariff: { status: 409, title: 'No tariff is in force then, so there is no price' },
  permit_exists: { status: 409, title: 'That plate has a permit for some of those days already' },
  permit_over: { status: 409, title: 'That permit has ended, or was revoked already' },
  name_taken: { status: 409, title: 'Something else has that name already' },
  bay_in_use: { status: 409, title: 'The bay is taken, booked or blocked' },
  currency_fixed: { status: 409, title: 'Money has been taken in the currency, so it stays' },
  not_demo: { status: 409, title: 'This is a real site; only a demo site can be wiped' },
  permit_needed: { status: 409, title: 'That bay is for cars with a permit' },
  already_parked: { status: 409, title: 'A car with that plate is in the car park already' },
  bay_occupied: { status: 409, title: 'A car stands in that bay' },
  lot_full: { status: 409, title: 'No bay of that class is free' },
  too_early: { status: 409, title: 'The booked time is still too far off' },
  payment_due: { status: 409, title: 'Something is still to be paid' },
  password_temporary: { status: 403, title: 'Choose a password of your own first' },
  pin_needed: { status: 403, title: 'This asks for the PIN' },
  amount_too_high: { status: 422, title: 'That is more than there is to pay or to give back' },
  cash_too_little: { status: 422, title: 'The cash does not cover what it is to pay' },
  wrong_pin: { status: 403, title: 'The PIN is wrong' },
  pin_not_set: { status: 409, title: 'This account has no PIN yet' },
  wrong_credentials: { status: 401, title: 'The user name or the password is wrong' },
  rate_limited: { status: 429, title: 'Too many tries; wait a little' },
  internal: { status: 500, title: 'Something went wrong in the server; nothing was changed' },
  clock_untrusted: { status: 503, title: 'The server cannot vouch for the time, so it takes no bookings' },
  store_read_only: { status: 503, title: 'The server cannot write to its disk, so it takes no bookings' },
  setup_needed: { status: 503, title: 'The car park is not set up yet' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCodes

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value)
}
