import { formatMoney } from '../../src-shared/format/money.ts'
import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { hrefOf, type Screen } from '../shell/hash-route.ts'

/** What a notification says to a person, in one sentence. */
export function noticeWords(notification: Notification, t: Translator): string {
  switch (notification.type) {
    case 'booking_changed': {
      const { state, plate, resource: bay, start_label: time } = notification.booking
      return t(bookingWords[state] ?? 'notices.booking.changed', { plate, bay, time })
    }
    case 'booking_moved': {
      const { plate, start_label: time, from_bay: from, to_bay: to } = notification
      return t('notices.booking_moved', { plate, time, from, to })
    }
    case 'bay_conflict':
      return t('notices.bay_conflict', {
        bay: notification.bay,
        plate: notification.plate,
        time: notification.start_label,
      })
    case 'overstay':
      return t('notices.overstay', {
        plate: notification.plate,
        bay: notification.bay,
        until: notification.booked_until_label,
      })
    case 'wash_ready':
      return t('notices.wash_ready', { plate: notification.plate, bay: notification.bay })
    case 'wash_delayed': {
      const { plate, bay, next } = notification
      return t('notices.wash_delayed', { plate, bay, next: next.plate, time: next.start_label })
    }
    case 'waitlist_bay_free':
      return t('notices.waitlist_bay_free', { plate: notification.plate })
    case 'waitlist_lapsed':
      return t('notices.waitlist_lapsed', { plate: notification.plate })
    case 'money_to_return':
      return t('notices.money_to_return', { amount: formatMoney(notification.amount, t.language) })
    case 'shift_changed':
      return t(`notices.shift.${notification.state}`, { number: notification.number })
    case 'kiosk_changed':
      return t(`notices.kiosk.${notification.change}`, { name: notification.name })
    case 'help_called':
      return t('notices.help_called', { kiosk: notification.kiosk })
    case 'clock_changed':
      return t(`notices.clock.${demoTime(notification.what) ?? notification.clock_state}`)
    case 'backup_failed':
      return t(`notices.backup.${notification.what}`)
    default:
      return t('notices.other')
  }
}

/** What happens to a demo's time leaves the state of the clock as it is. */
function demoTime(what: string): 'put_ahead' | 'put_right' | undefined {
  return what === 'put_ahead' || what === 'put_right' ? what : undefined
}

const bookingWords: Partial<Record<string, MessageKey>> = {
  awaiting_payment: 'notices.booking.awaiting_payment',
  cancelled: 'notices.booking.cancelled',
  expired: 'notices.booking.expired',
  no_show: 'notices.booking.no_show',
}

const screenOf: Partial<Record<Notification['type'], Screen>> = {
  booking_changed: 'bookings',
  booking_moved: 'bookings',
  bay_conflict: 'lot',
  overstay: 'lot',
  wash_ready: 'washes',
  wash_delayed: 'washes',
  money_to_return: 'bookings',
  shift_changed: 'cash',
  waitlist_bay_free: 'lot',
  waitlist_lapsed: 'lot',
  kiosk_changed: 'kiosks',
  help_called: 'kiosks',
  clock_changed: 'clock',
  backup_failed: 'backups',
}

/** Where one sees what it is about; undefined where there is nothing to see. */
export function noticeHref(notification: Notification): string | undefined {
  const screen = screenOf[notification.type]
  if (screen === undefined) return undefined
  const query = notification.type === 'booking_changed' ? `q=${encodeURIComponent(notification.booking.reference)}` : ''
  return hrefOf(screen, query)
}
