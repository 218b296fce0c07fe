import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { isPin } from '../controls/pin.ts'

/** Where the OS clock differs by no more than this, vouching for it sets nothing anew, in ms: the server's own limit. */
export const AGREES_WITHIN_MS = 128

/** What it would do to vouch for the OS clock now. */
export type Vouching =
  /** The clock is trusted and agrees: there is nothing to vouch for. */
  | { readonly does: 'nothing' }
  /** The clock becomes trusted; business time stays. */
  | { readonly does: 'confirm' }
  /** Business time moves by so many ms, and the epoch goes up by one. */
  | { readonly does: 'set'; readonly movesByMs: number; readonly epoch: number }

/** The table of acceptance, as the server will judge it again. */
export function vouchingFor({ state, wall_ahead_ms: ahead, epoch }: ClockReport): Vouching {
  if (Math.abs(ahead) > AGREES_WITHIN_MS) return { does: 'set', movesByMs: ahead, epoch: epoch + 1 }
  return state === 'trusted' ? { does: 'nothing' } : { does: 'confirm' }
}

/** Whether enough time sources agree that the OS clock is wrong. */
export function doSourcesObject({ sources_bear_out: verdict }: ClockReport): boolean {
  return verdict === 'business' || verdict === 'neither'
}

export interface VouchForm {
  readonly pin: string
  readonly reason: string
}

export interface PinForm {
  readonly password: string
  readonly pin: string
  readonly again: string
}

/** Which fields of the form would be refused: what the server asks, so that it need not be asked in vain. */
export function vouchFaults({ pin, reason }: VouchForm): readonly (keyof VouchForm)[] {
  const isReason = reason.trim().length >= 3
  return [...(isPin(pin) ? [] : (['pin'] as const)), ...(isReason ? [] : (['reason'] as const))]
}

export function pinFaults({ password, pin, again }: PinForm): readonly (keyof PinForm)[] {
  const faults: (keyof PinForm)[] = []
  if (password === '') faults.push('password')
  if (!isPin(pin)) faults.push('pin')
  if (pin !== again) faults.push('again')
  return faults
}
