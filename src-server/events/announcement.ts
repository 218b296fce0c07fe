import type { AvailabilityHint, EventBus, ServerEvents } from './event-bus.ts'

/** What is to be published once the transaction is durable. */
export interface Announcement {
  readonly notification: ServerEvents['notification']
  /** Absent where no slot is freed or taken by it. */
  readonly availability?: AvailabilityHint
  /** The other days that a booking of several days touches. */
  readonly moreDays?: readonly AvailabilityHint[]
}

/** Tells what a transaction made, once it is durable. */
export function announce(events: EventBus, announcements: readonly Announcement[]): void {
  for (const { notification, availability, moreDays = [] } of announcements) {
    events.publish('notification', notification)
    for (const hint of availability === undefined ? moreDays : [availability, ...moreDays]) {
      events.publish('availability', hint)
    }
  }
}
