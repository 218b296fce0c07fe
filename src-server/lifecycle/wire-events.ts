import type { EventBus } from '../events/event-bus.ts'
import type { Principal } from '../identity/principal.ts'
import type { NotificationHub } from '../sockets/notification-hub.ts'
import type { TimeHub } from '../sockets/time-hub.ts'

/** Leads what the services announce to the sockets that should hear it. */
export function wireEvents(events: EventBus, time: TimeHub, notifications: NotificationHub): void {
  events.on('availability', (hint) => time.announce(hint))
  events.on('notification', (notification) => notifications.send(notification))
  events.on('reload', ({ deviceId, when }) => time.askReload(deviceId, when))
  events.on('revoked', ({ deviceId, sessionHash, everybody }) => {
    const isRevoked = (principal: Principal): boolean =>
      everybody === true ||
      (principal.kind === 'device' && principal.id === deviceId) ||
      (principal.kind === 'user' && principal.sessionHash === sessionHash)
    time.disconnect(isRevoked)
    notifications.disconnect(isRevoked)
  })
}
