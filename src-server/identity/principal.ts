import type { Role } from '../../src-shared/api/fields.ts'

/** Who a request or a socket comes from, once its credentials are checked. */
export type Principal =
  | { readonly kind: 'nobody' }
  /** A kiosk of a site that asks for no pairing. */
  | { readonly kind: 'open_kiosk' }
  | { readonly kind: 'device'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'user'
      readonly id: string
      readonly name: string
      readonly username: string
      readonly role: Role
      /** Somebody else set it: nothing is open to them until they have chosen their own. */
      readonly passwordTemporary: boolean
      /** Nothing but unlocking is open to them until they have shown again who they are. */
      readonly locked: boolean
      readonly sessionHash: string
      readonly expiresAt: number
    }

/** The name under which the audit trail and bookings remember somebody. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'nobody':
      return 'customer'
    case 'open_kiosk':
      return 'kiosk:open'
    case 'device':
      return `device:${principal.id}`
    case 'user':
      return `user:${principal.id}`
  }
}
