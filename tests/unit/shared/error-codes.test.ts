import { describe, expect, it } from 'vitest'
import { errorStatuses, isErrorCode } from '../../../src-shared/errors/error-codes.ts'
import { errorTitles } from '../../../src-shared/errors/error-titles.ts'
import { isRefusal, refuse } from '../../../src-shared/errors/refusal.ts'
import { errors } from '../../../src-shared/i18n/messages/en/errors.ts'

const statuses = {
  invalid_request: 400,
  unauthenticated: 401,
  not_paired: 401,
  wrong_credentials: 401,
  forbidden: 403,
  no_open_shift: 409,
  shift_already_open: 409,
  no_upi: 409,
  amount_too_high: 422,
  cash_too_little: 422,
  permit_needed: 409,
  already_parked: 409,
  bay_occupied: 409,
  lot_full: 409,
  too_early: 409,
  payment_due: 409,
  password_temporary: 403,
  session_locked: 403,
  pin_needed: 403,
  wrong_pin: 403,
  not_found: 404,
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
  slot_taken: 409,
  idempotency_key_reused: 409,
  invalid_state: 409,
  pin_not_set: 409,
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
  wrong_passphrase: 403,
  passphrase_needed: 422,
  passphrase_not_kept: 409,
  backup_unfit: 409,
  backup_running: 409,
  folder_unfit: 422,
  rate_limited: 429,
  internal: 500,
  clock_untrusted: 503,
  store_read_only: 503,
  setup_needed: 503,
  server_restarting: 503,
  recovery_needed: 503,
}

describe('the table of error codes', () => {
  it('keeps each code and its status, because programs outside rely on them', () => {
    expect(errorStatuses).toEqual(statuses)
  })

  it.each(Object.entries(errorTitles))('says in a title what %s means, and has words for people', (code, title) => {
    expect(title).toMatch(/^[A-Z].{9,}[^.]$/)
    expect(errors).toHaveProperty([`error.${code}`])
  })

  it.each(['toString', '__proto__', 'constructor', 'SLOT_PAST', '', 7, null, undefined, {}])(
    'does not take %o for a code',
    (value) => expect(isErrorCode(value)).toBe(false),
  )

  it('tells a refusal from an answer', () => {
    expect(isRefusal(refuse('slot_past'))).toBe(true)
    for (const other of [null, undefined, 'slot_past', 3, {}, { code: 'slot_past' }])
      expect(isRefusal(other)).toBe(false)
  })
})
