import type { PublicAccess, RouteSpec } from '../../src-shared/api/route.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { BookingService } from '../booking/booking-service.ts'
import type { DeviceService } from '../devices/device-service.ts'
import type { Principal } from './principal.ts'
import type { FailureLimits } from './rate-limits.ts'
import type { SessionService } from './session-service.ts'

export type Listener = 'public' | 'staff'

/** The cookies that carry credentials. Each is looked at on the listener it belongs to. */
export const cookieNames = { staff: 'kerbside_staff', device: 'kerbside_device' } as const

type Cookies = Readonly<Record<string, string | undefined>>

/** Who calls, as far as a route's access looks at it. */
export interface RouteCaller {
  readonly principal: Principal
  /** Where from, as `addressKey` says it. */
  readonly address: string
  /** The token of the Authorization header. */
  readonly bearer: string | undefined
  /** The booking that the path names. */
  readonly bookingId: string | undefined
}

/** Decides who somebody is and whether they may: the one place for both, for routes and sockets alike. */
export class Gatekeeper {
  readonly #sessions: SessionService
  readonly #devices: DeviceService
  readonly #bookings: BookingService
  readonly #failures: FailureLimits
  readonly #openKiosks: boolean

  constructor(parts: {
    sessions: SessionService
    devices: DeviceService
    bookings: BookingService
    failures: FailureLimits
    kioskAccess: 'paired' | 'open'
  }) {
    this.#sessions = parts.sessions
    this.#devices = parts.devices
    this.#bookings = parts.bookings
    this.#failures = parts.failures
    this.#openKiosks = parts.kioskAccess === 'open'
  }

  async staffMember(cookies: Cookies): Promise<Principal> {
    const token = cookies[cookieNames.staff]
    return token === undefined ? { kind: 'nobody' } : this.#sessions.principalOf(token)
  }

  /** @param address where from, as `addressKey` says it */
  async kiosk(cookies: Cookies, address: string): Promise<Principal> {
    const token = cookies[cookieNames.device]
    const device: Principal = token === undefined ? { kind: 'nobody' } : await this.#devices.principalOf(token, address)
    return device.kind === 'nobody' && this.#openKiosks ? { kind: 'open_kiosk' } : device
  }

  identify(listener: Listener, cookies: Cookies, address: string): Promise<Principal> {
    return listener === 'staff' ? this.staffMember(cookies) : this.kiosk(cookies, address)
  }

  /** Whether somebody may call a route on a listener. @returns why not, or undefined */
  refusal(access: RouteSpec['access'], listener: Listener, caller: RouteCaller): Refusal | undefined {
    return listener === 'staff' ? staffRefusal(access, caller.principal) : this.#publicRefusal(access.public, caller)
  }

  #publicRefusal(access: PublicAccess | undefined, caller: RouteCaller): Refusal | undefined {
    const { principal } = caller
    switch (access) {
      case undefined:
        return refuse('not_found')
      case 'anyone':
        return undefined
      case 'kiosk':
        return principal.kind === 'device' || principal.kind === 'open_kiosk' ? undefined : refuse('not_paired')
      case 'booking':
        return this.#bookingRefusal(caller)
      default:
        return access satisfies never
    }
  }

  #bookingRefusal({ address, bearer, bookingId = '' }: RouteCaller): Refusal | undefined {
    if (bearer === undefined) return refuse('unauthenticated', 'send the booking’s manage token as a Bearer token')
    const guess = { manageByBooking: bookingId, manageByAddress: address }
    if (this.#failures.isBlocked(guess)) return refuse('rate_limited')
    if (this.#bookings.ownsBooking(bookingId, bearer)) return undefined
    this.#failures.add(guess, bearer)
    // A booking that is not there is refused like somebody else's, so that ids cannot be probed.
    return refuse('forbidden')
  }
}

function staffRefusal(
  { staff, withTemporaryPassword, whileLocked }: RouteSpec['access'],
  principal: Principal,
): Refusal | undefined {
  if (staff === undefined) return refuse('not_found')
  if (staff === 'anyone') return undefined
  if (principal.kind !== 'user') return refuse('unauthenticated')
  if (principal.locked && whileLocked !== true) return refuse('session_locked')
  if (principal.passwordTemporary && withTemporaryPassword !== true) return refuse('password_temporary')
  return staff.includes(principal.role) ? undefined : refuse('forbidden')
}
