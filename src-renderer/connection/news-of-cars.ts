import type { Notification } from '../../src-shared/protocol/notifications.ts'

/** What has nothing to do with cars, bookings and bays. */
const others: ReadonlySet<Notification['type']> = new Set(['clock_changed', 'kiosk_changed', 'kiosk_state'])

/** Whether a list of cars may be old by it. */
export function isNewsOfCars({ type }: Notification): boolean {
  return !others.has(type)
}
