import type { PublicAccess, RouteSpec } from '../../src-shared/api/route.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { BookingService } from '../booking/booking-service.ts'
import type { DeviceService } from '../devices/device-service.ts'
import type { Principal } from './principal.ts'
import type { SessionService } from './session-service.ts'

export type Listener = 'public' | 'staff'

/** The cookies that carry credentials. Each is looked at on the listener it belongs to. */
export const cookieNames = { staff: 'kerbside_staff', device: 'kerbside_device' } as const

type Cookies = Readonly<Record<string, string | undefined>>

/** Decides who somebody is and whether they may: the one place for both, for routes and sockets alike. */
export class Gatekeeper {
  readonly #sessions: SessionService
  readonly #devices: DeviceService
  readonly #bookings: BookingService
  readonly #openKiosks: boolean

  constructor(parts: {
    sessions: SessionService
    devices: DeviceService
    bookings: BookingService
    kioskAccess: 'paired' | 'open'
  }) {
    this.#sessions = parts.sessions
    this.#devices = parts.devices
    this.#bookings = parts.bookings
    this.#openKiosks = parts.kioskAccess === 'open'
  }

  async staffMember(cookies: Cookies): Promise<Principal> {
    const token = cookies[cookieNames.staff]
    return token === undefined ? { kind: 'nobody' } : this.#sessions.principalOf(token)
  }

  async kiosk(cookies: Cookies): Promise<Principal> {
    const token = cookies[cookieNames.device]
    const device: Principal = token === undefined ? { kind: 'nobody' } : await this.#devices.principalOf(token)
    return device.kind === 'nobody' && this.#openKiosks ? { kind: 'open_kiosk' } : device
  }

  identify(listener: Listener, cookies: Cookies): Promise<Principal> {
    return listener === 'staff' ? this.staffMember(cookies) : this.kiosk(cookies)
  }

  /**
   * Whether the principal may call a route on a listener.
   * @param bearer the token of the Authorization header
   * @param bookingId the booking that the path names
   * @returns why not, or undefined
   */
  refusal(
    access: RouteSpec['access'],
    listener: Listener,
    principal: Principal,
    bearer: string | undefined,
    bookingId: string | undefined,
  ): Refusal | undefined {
    return listener === 'staff'
      ? staffRefusal(access, principal)
      : this.#publicRefusal(access.public, principal, bearer, bookingId)
  }

  #publicRefusal(
    access: PublicAccess | undefined,
    principal: Principal,
    bearer: string | undefined,
    bookingId: string | undefined,
  ): Refusal | undefined {
    switch (access) {
      case undefined:
        return refuse('not_found')
      case 'anyone':
        return undefined
      case 'kiosk':
        return principal.kind === 'device' || principal.kind === 'open_kiosk' ? undefined : refuse('not_paired')
      case 'booking':
        if (bearer === undefined) return refuse('unauthenticated', 'send the booking’s manage token as a Bearer token')
        // A booking that is not there is refused like somebody else's, so that ids cannot be probed.
        return this.#bookings.ownsBooking(bookingId ?? '', bearer) ? undefined : refuse('forbidden')
      default:
        return access satisfies never
    }
  }
}

function staffRefusal(
  { staff, withTemporaryPassword }: RouteSpec['access'],
  principal: Principal,
): Refusal | undefined {
  if (staff === undefined) return refuse('not_found')
  if (staff === 'anyone') return undefined
  if (principal.kind !== 'user') return refuse('unauthenticated')
  if (principal.passwordTemporary && withTemporaryPassword !== true) return refuse('password_temporary')
  return staff.includes(principal.role) ? undefined : refuse('forbidden')
}
