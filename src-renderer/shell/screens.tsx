import type { ReactNode } from 'react'
import type { Role } from '../../src-shared/api/fields.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import type { Screen } from './hash-route.ts'
import { lazyScreen, type LazyScreen } from './lazy-screen.tsx'

// Each screen is a file of its own: the console is there before the charts and the editors are.
const Today = lazyScreen(async () => (await import('../dashboard/Today.tsx')).Today)
const LotScreen = lazyScreen(async () => (await import('../lot/LotScreen.tsx')).LotScreen)
const Bookings = lazyScreen(async () => (await import('../bookings/Bookings.tsx')).Bookings)
const WashBoard = lazyScreen(async () => (await import('../wash-board/WashBoard.tsx')).WashBoard)
const CashScreen = lazyScreen(async () => (await import('../cash/CashScreen.tsx')).CashScreen)
const Receipts = lazyScreen(async () => (await import('../receipts/Receipts.tsx')).Receipts)
const Tariffs = lazyScreen(async () => (await import('../tariffs/Tariffs.tsx')).Tariffs)
const Permits = lazyScreen(async () => (await import('../permits/Permits.tsx')).Permits)
const Reports = lazyScreen(async () => (await import('../reports/Reports.tsx')).Reports)
const Audit = lazyScreen(async () => (await import('../audit/Audit.tsx')).Audit)
const Kiosks = lazyScreen(async () => (await import('../kiosks/Kiosks.tsx')).Kiosks)
const Clock = lazyScreen(async () => (await import('../clock/Clock.tsx')).Clock)
const SiteScreen = lazyScreen(async () => (await import('../admin/site/SiteScreen.tsx')).SiteScreen)
const HoursScreen = lazyScreen(async () => (await import('../admin/hours/HoursScreen.tsx')).HoursScreen)
const BaysScreen = lazyScreen(async () => (await import('../admin/bays/BaysScreen.tsx')).BaysScreen)
const PlanScreen = lazyScreen(async () => (await import('../admin/plan/PlanScreen.tsx')).PlanScreen)
const ServicesScreen = lazyScreen(async () => (await import('../admin/services/ServicesScreen.tsx')).ServicesScreen)
const StaffScreen = lazyScreen(async () => (await import('../admin/staff/StaffScreen.tsx')).StaffScreen)
const BackupsScreen = lazyScreen(async () => (await import('../admin/backups/BackupsScreen.tsx')).BackupsScreen)
const SettingsScreen = lazyScreen(async () => (await import('../admin/installation/SettingsScreen.tsx')).SettingsScreen)
const AccountScreen = lazyScreen(async () => (await import('../admin/account/AccountScreen.tsx')).AccountScreen)
const GettingStarted = lazyScreen(async () => (await import('../getting-started/GettingStarted.tsx')).GettingStarted)

interface ScreenContext {
  readonly user: User
  /** What stands after `?` in the address. */
  readonly query: string
}

/** Whose work a screen is, in the order of the navigation. */
export const screenGroups = ['work', 'owner', 'admin'] as const

interface ScreenSpec {
  readonly title: MessageKey
  /** Where the navigation lists it. */
  readonly group: (typeof screenGroups)[number]
  /** Who sees it; everybody when nobody is named. */
  readonly roles?: readonly Role[]
  readonly code: Pick<LazyScreen<never>, 'preload'>
  readonly show: (context: ScreenContext) => ReactNode
}

/** Those who answer for the business. */
const managers: readonly Role[] = ['owner', 'admin']

/** Every screen of the console, in the order of the navigation; the key is its address. */
export const screens: Readonly<Record<Screen, ScreenSpec>> = {
  today: { title: 'console.nav.today', group: 'work', code: Today, show: () => <Today /> },
  lot: { title: 'lot.title', group: 'work', code: LotScreen, show: ({ query }) => <LotScreen query={query} /> },
  bookings: {
    title: 'console.nav.bookings',
    group: 'work',
    code: Bookings,
    show: ({ query }) => <Bookings query={query} />,
  },
  washes: { title: 'wash.title', group: 'work', code: WashBoard, show: () => <WashBoard /> },
  cash: { title: 'cash.title', group: 'work', code: CashScreen, show: ({ user }) => <CashScreen user={user} /> },
  receipts: { title: 'receipts.title', group: 'work', code: Receipts, show: ({ query }) => <Receipts query={query} /> },
  tariffs: {
    title: 'tariffs.title',
    group: 'owner',
    code: Tariffs,
    show: ({ user, query }) => <Tariffs key={query} user={user} query={query} />,
  },
  permits: {
    title: 'permits.title',
    group: 'owner',
    code: Permits,
    show: ({ user, query }) => <Permits user={user} query={query} />,
  },
  reports: {
    title: 'report.nav',
    group: 'owner',
    roles: managers,
    code: Reports,
    show: ({ query }) => <Reports query={query} />,
  },
  audit: {
    title: 'audit.nav',
    group: 'owner',
    roles: managers,
    code: Audit,
    show: ({ query }) => <Audit query={query} />,
  },
  kiosks: { title: 'console.nav.kiosks', group: 'admin', code: Kiosks, show: ({ user }) => <Kiosks user={user} /> },
  clock: { title: 'console.nav.clock', group: 'admin', code: Clock, show: ({ user }) => <Clock user={user} /> },
  site: { title: 'admin.site.title', group: 'admin', roles: managers, code: SiteScreen, show: () => <SiteScreen /> },
  hours: {
    title: 'admin.hours.title',
    group: 'admin',
    roles: managers,
    code: HoursScreen,
    show: () => <HoursScreen />,
  },
  bays: { title: 'admin.bays.title', group: 'admin', roles: managers, code: BaysScreen, show: () => <BaysScreen /> },
  plan: { title: 'admin.plan.title', group: 'admin', roles: managers, code: PlanScreen, show: () => <PlanScreen /> },
  services: {
    title: 'admin.services.title',
    group: 'admin',
    roles: managers,
    code: ServicesScreen,
    show: () => <ServicesScreen />,
  },
  staff: {
    title: 'admin.staff.title',
    group: 'admin',
    roles: managers,
    code: StaffScreen,
    show: ({ user }) => <StaffScreen user={user} />,
  },
  backups: {
    title: 'backups.title',
    group: 'admin',
    roles: managers,
    code: BackupsScreen,
    show: ({ user }) => <BackupsScreen user={user} />,
  },
  settings: {
    title: 'admin.settings.title',
    group: 'admin',
    roles: managers,
    code: SettingsScreen,
    show: () => <SettingsScreen />,
  },
  account: {
    title: 'admin.account.title',
    group: 'admin',
    code: AccountScreen,
    show: ({ user }) => <AccountScreen user={user} />,
  },
  start: {
    title: 'start.nav',
    group: 'admin',
    roles: managers,
    code: GettingStarted,
    show: ({ query }) => <GettingStarted query={query} />,
  },
}

/** The screens that somebody with this role sees, as the navigation lists them. */
export function screensOf(role: Role): readonly Screen[] {
  const seen = (Object.entries(screens) as [Screen, ScreenSpec][]).filter(
    ([, { roles }]) => roles === undefined || roles.includes(role),
  )
  return screenGroups.flatMap((group) => seen.filter(([, spec]) => spec.group === group)).map(([screen]) => screen)
}

/** Fetches the code of all that somebody may go to. */
export async function preloadScreens(role: Role): Promise<void> {
  for (const screen of screensOf(role)) await screens[screen].code.preload()
}
