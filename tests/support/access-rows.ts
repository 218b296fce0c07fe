/** Who may ask on the public listener: with a device's cookie or none, on a paired or an open site, with a manage token. */
export type PublicWho = 'nobody' | 'device' | 'open kiosk' | 'foreign token' | 'own token'
export type StaffWho = 'stranger' | 'signed out' | 'attendant' | 'owner' | 'admin'
type Statuses<W extends string> = Readonly<Record<W, number>>

export const publicly = (
  nobody: number,
  device: number,
  openKiosk: number,
  foreign: number,
  own: number,
): Statuses<PublicWho> => ({
  nobody,
  device,
  'open kiosk': openKiosk,
  'foreign token': foreign,
  'own token': own,
})
export const atStaff = (
  stranger: number,
  signedOut: number,
  attendant: number,
  owner: number,
  admin: number,
): Statuses<StaffWho> => ({
  stranger,
  'signed out': signedOut,
  attendant,
  owner,
  admin,
})

export interface Row {
  readonly public: Statuses<PublicWho>
  readonly staff: Statuses<StaffWho>
  readonly path?: string
  /** The state that the booking in the path is brought to first. */
  readonly booking?: 'held' | 'awaiting_payment' | 'confirmed' | 'checked_in'
  readonly body?: (who: StaffWho | PublicWho) => unknown
  /** Ends the session or the device that it is called with or on, so each case has its own. */
  readonly ownSession?: boolean
  readonly ownDevice?: boolean
}

export const ABSENT_PUBLIC = publicly(404, 404, 404, 404, 404)
export const ABSENT_STAFF = atStaff(404, 404, 404, 404, 404)

let slots = 0
/** A slot of its own for each case: from 8 December, 24 a day, two bays each. */
export function nextSlot(): string {
  const index = Math.floor(slots++ / 2)
  const day = String(8 + Math.floor(index / 24)).padStart(2, '0')
  const minutes = 9 * 60 + (index % 24) * 30
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `2025-12-${day}T${time}:00+05:30`
}
