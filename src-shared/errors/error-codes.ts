/**
 * Every refusal that Kerbside can answer, once, with its HTTP status. The code is stable and part of the wire contract.
 * What a person reads comes from the i18n messages, by code; the title on the wire from `error-titles.ts`.
 */
export const errorStatuses = {
  invalid_request: 400,
  unauthenticated: 401,
  not_paired: 401,
  forbidden: 403,
  not_found: 404,
  slot_taken: 409,
  idempotency_key_reused: 409,
  invalid_state: 409,
  no_open_shift: 409,
  shift_already_open: 409,
  no_upi: 409,
  already_set_up: 409,
  hold_expired: 410,
  payment_expired: 410,
  pairing_code_invalid: 410,
  body_too_large: 413,
  unsupported_media_type: 415,
  host_not_allowed: 421,
  slot_past: 422,
  outside_window: 422,
  site_closed: 422,
  lead_time: 422,
  invalid_interval: 422,
  changed_meanwhile: 409,
  last_owner: 409,
  tariff_in_the_past: 422,
  no_tariff: 409,
  permit_exists: 409,
  permit_over: 409,
  name_taken: 409,
  bay_in_use: 409,
  currency_fixed: 409,
  not_demo: 409,
  permit_needed: 409,
  already_parked: 409,
  bay_occupied: 409,
  lot_full: 409,
  too_early: 409,
  payment_due: 409,
  password_temporary: 403,
  session_locked: 403,
  pin_needed: 403,
  amount_too_high: 422,
  cash_too_little: 422,
  wrong_pin: 403,
  pin_not_set: 409,
  wrong_credentials: 401,
  rate_limited: 429,
  internal: 500,
  clock_untrusted: 503,
  store_read_only: 503,
  setup_needed: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatuses

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorStatuses, value)
}
