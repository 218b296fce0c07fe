import type { Role } from '../../src-shared/api/fields.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import type { FilteredScreen } from '../../src-shared/api/saved-filter-schemas.ts'
import type { Screen } from '../shell/hash-route.ts'

/**
 * A button of a screen that the palette presses by name. The button itself bears the command as `data-command`: what it
 * does, when it refuses, and whom it is shown to stay the screen's own rules. `tools/check/palette-commands.ts` holds
 * the buttons and this table against each other.
 */
export interface ScreenCommand {
  /** Where the button is; null where it is beside every screen. */
  readonly screen: Screen | null
  readonly words: MessageKey
  /** The button is at a demo site only. */
  readonly isOfDemo?: boolean
  /** Who has the button; everybody who has the screen when nobody is named. */
  readonly roles?: readonly Role[]
  /**
   * What the palette asks for first: a bay or a booking by name, one of the rows that bear this command, or one that
   * bears the command named by `rows`, which shows the button.
   */
  readonly needs?: 'bay' | 'booking' | 'row' | { readonly rows: string }
  /** The button acts at once and says two things by turns, as “Retire” and “Bring back”: it gets the focus and is not pressed. */
  readonly isOnlyShown?: boolean
}

const managers = ['owner', 'admin'] as const
const wash = { screen: 'washes', needs: { rows: 'wash.open' } } as const
const bay = { screen: 'lot', needs: 'bay' } as const
const booking = { screen: 'bookings', needs: 'booking' } as const
const receipt = { screen: 'receipts', needs: { rows: 'receipts.open' } } as const
const backup = { screen: 'backups', needs: { rows: 'backups.look' }, roles: ['admin'] } as const
const filter = (screen: FilteredScreen) => ({ screen, needs: 'row', words: 'command.filters.choose' }) as const
const saving = (screen: FilteredScreen) => ({ screen, words: 'filters.save' }) as const
const changing = (screen: FilteredScreen) =>
  ({ screen, needs: { rows: `filters.choose.${screen}` }, words: 'filters.change' }) as const
const account = { screen: 'staff', needs: { rows: 'staff.change' } } as const

/** Every action of the console that is not begun from anywhere; those are in `shortcut-table.ts`. */
export const screenCommands = {
  'shell.notices': { screen: null, words: 'notices.short' },
  'shell.help': { screen: null, words: 'command.help' },
  'shell.shortcuts': { screen: null, words: 'console.shortcuts.title' },
  'shell.display': { screen: null, words: 'console.display.title' },
  'shell.signOut': { screen: null, words: 'console.signOut' },

  'window.today': { screen: 'today', words: 'shell.ownWindow' },
  'window.lot': { screen: 'lot', words: 'shell.ownWindow' },
  'window.washes': { screen: 'washes', words: 'shell.ownWindow' },
  'today.exit': { screen: 'today', words: 'command.today.exit', needs: 'row' },

  'lot.view': { screen: 'lot', words: 'command.lot.view' },
  'bay.walk-in': { ...bay, words: 'lot.act.walk-in' },
  'bay.check-in': { ...bay, words: 'command.bay.check-in' },
  'bay.exit': { ...bay, words: 'lot.act.exit' },
  'bay.move': { ...bay, words: 'lot.act.move' },
  'bay.move-booking': { ...bay, words: 'lot.act.move-booking' },
  'bay.book': { ...bay, words: 'lot.act.book' },
  'bay.open-booking': { ...bay, words: 'lot.act.open-booking' },
  'bay.block': { ...bay, words: 'lot.act.block' },
  'bay.unblock': { ...bay, words: 'lot.act.unblock' },
  'bay.correct-entry': { ...bay, words: 'lot.act.correct-entry' },
  'bay.void': { ...bay, words: 'lot.act.void' },
  'waitlist.serve': { screen: 'today', words: 'command.waitlist.serve', needs: 'row' },
  'waitlist.leave': { screen: 'today', words: 'command.waitlist.leave', needs: 'row' },

  'bookings.print': { screen: 'bookings', words: 'console.bookings.print' },
  'booking.confirm': { ...booking, words: 'console.action.confirm' },
  'booking.pay': { ...booking, words: 'console.action.pay' },
  'booking.check_in': { ...booking, words: 'console.action.check_in' },
  'booking.complete': { ...booking, words: 'console.action.complete' },
  'booking.exit': { ...booking, words: 'console.action.exit' },
  'booking.move': { ...booking, words: 'console.action.move' },
  'booking.refund': { ...booking, words: 'console.action.refund' },
  'booking.late': { ...booking, words: 'console.action.late' },
  'booking.no_show': { ...booking, words: 'console.action.no_show' },
  'booking.cancel': { ...booking, words: 'console.action.cancel' },

  'wash.walkIn': { screen: 'washes', words: 'wash.walkIn' },
  'wash.next': { screen: 'washes', words: 'command.wash.next', needs: 'row' },
  'wash.open': { screen: 'washes', words: 'command.wash.open', needs: 'row' },
  'wash.noShow': { ...wash, words: 'wash.sheet.noShow' },
  'wash.cancel': { ...wash, words: 'wash.sheet.cancel' },

  'cash.open': { screen: 'cash', words: 'cash.open' },
  'cash.in': { screen: 'cash', words: 'cash.move.in' },
  'cash.out': { screen: 'cash', words: 'cash.move.out' },
  'cash.close': { screen: 'cash', words: 'cash.close' },
  'cash.report': { screen: 'cash', words: 'cash.report', needs: 'row' },

  'receipts.open': { screen: 'receipts', words: 'receipts.open', needs: 'row' },
  'receipts.print': { ...receipt, words: 'receipts.print' },
  'receipts.save': { ...receipt, words: 'receipts.save' },
  'receipts.refund': { ...receipt, words: 'receipts.refund' },
  'receipts.dayBefore': { screen: 'receipts', words: 'receipts.dayBefore' },

  'tariffs.change': { screen: 'tariffs', words: 'tariffs.change', roles: ['owner'] },
  'tariffs.show': { screen: 'tariffs', words: 'tariffs.show', needs: 'row' },
  'permits.add': { screen: 'permits', words: 'permits.add', roles: managers },
  'permits.import': { screen: 'permits', words: 'permits.import', roles: managers },
  'permits.open': { screen: 'permits', words: 'permits.open', needs: 'row' },
  'permits.revoke': { screen: 'permits', words: 'permits.revoke', needs: 'row', roles: managers },
  'reports.csv': { screen: 'reports', words: 'report.csv', needs: 'row' },
  'reports.pdf': { screen: 'reports', words: 'report.pdf' },
  'reports.week': { screen: 'reports', words: 'command.reports.week', needs: 'row' },
  'reports.weeklySettings': { screen: 'reports', words: 'weekly.settings', isOnlyShown: true },
  'audit.verify': { screen: 'audit', words: 'audit.verify' },
  'audit.paper': { screen: 'audit', words: 'audit.paper.check' },
  'filters.choose.reports': filter('reports'),
  'filters.choose.bookings': filter('bookings'),
  'filters.choose.receipts': filter('receipts'),
  'filters.choose.audit': filter('audit'),
  'filters.save.reports': saving('reports'),
  'filters.save.bookings': saving('bookings'),
  'filters.save.receipts': saving('receipts'),
  'filters.save.audit': saving('audit'),
  'filters.change.reports': changing('reports'),
  'filters.change.bookings': changing('bookings'),
  'filters.change.receipts': changing('receipts'),
  'filters.change.audit': changing('audit'),
  'audit.open': { screen: 'audit', words: 'command.audit.open', needs: 'row' },

  'kiosks.pair': { screen: 'kiosks', words: 'console.kiosks.pair' },
  'kiosks.reload': { screen: 'kiosks', words: 'console.kiosks.reload', needs: 'row' },
  'kiosks.reloadAll': { screen: 'kiosks', words: 'console.kiosks.reloadAll' },
  'kiosks.rename': { screen: 'kiosks', words: 'admin.kiosk.rename', needs: 'row', roles: managers },
  'kiosks.unpair': { screen: 'kiosks', words: 'console.kiosks.unpair', needs: 'row', roles: managers },
  'clock.vouch': { screen: 'clock', words: 'clock.vouch', roles: managers },
  'clock.leap': { screen: 'clock', words: 'command.clock.leap', needs: 'row', roles: managers, isOfDemo: true },

  'hours.copy': { screen: 'hours', words: 'admin.hours.copy', needs: 'row' },
  'closures.add': { screen: 'hours', words: 'admin.closures.add' },
  'closures.remove': { screen: 'hours', words: 'admin.closures.remove', needs: 'row' },
  'bays.add': { screen: 'bays', words: 'admin.bays.add' },
  'bays.export': { screen: 'bays', words: 'lotFile.export' },
  'bays.import': { screen: 'bays', words: 'lotFile.import' },
  'bays.change': { screen: 'bays', words: 'admin.change', needs: 'row' },
  'bays.retire': { screen: 'bays', words: 'admin.retire', needs: { rows: 'bays.change' }, isOnlyShown: true },
  'plan.arrange': { screen: 'plan', words: 'admin.plan.arrange' },
  'plan.export': { screen: 'plan', words: 'admin.plan.export' },
  'plan.import': { screen: 'plan', words: 'admin.plan.import' },
  'services.add': { screen: 'services', words: 'admin.services.add' },
  'services.change': { screen: 'services', words: 'admin.change', needs: 'row' },
  'services.retire': {
    screen: 'services',
    words: 'admin.retire',
    needs: { rows: 'services.change' },
    isOnlyShown: true,
  },
  'staff.add': { screen: 'staff', words: 'admin.staff.add' },
  'staff.change': { screen: 'staff', words: 'admin.change', needs: 'row' },
  'staff.password': { ...account, words: 'admin.staff.act.password' },
  'staff.pin': { ...account, words: 'admin.staff.act.pin' },
  'staff.shut': { ...account, words: 'admin.staff.act.shut', isOnlyShown: true },
  'backups.make': { screen: 'backups', words: 'backups.make', roles: ['admin'] },
  'backups.look': { screen: 'backups', words: 'backups.look', needs: 'row', roles: ['admin'] },
  'backups.verify': { ...backup, words: 'backups.verify' },
  'backups.export': { ...backup, words: 'backups.export' },
  'backups.restore': { ...backup, words: 'backups.restore' },
  'settings.diagnostics': { screen: 'settings', words: 'admin.diagnostics.save' },
  'settings.wipe': { screen: 'settings', words: 'admin.demo.wipe', isOfDemo: true },
  'account.pin': { screen: 'account', words: 'admin.account.pin' },
} as const satisfies Readonly<Record<string, ScreenCommand>>

export type CommandId = keyof typeof screenCommands

/** The commands that somebody with this role has, given the screens that they see and whether the site is a demo. */
export function commandsOf(role: Role, seen: readonly Screen[], isDemo: boolean): readonly CommandId[] {
  return commandIds.filter((id) => {
    const { screen, roles, isOfDemo = false }: ScreenCommand = screenCommands[id]
    const isTheirs = roles === undefined || roles.includes(role)
    return (screen === null || seen.includes(screen)) && isTheirs && (isDemo || !isOfDemo)
  })
}

export const commandIds = Object.keys(screenCommands) as CommandId[]
