import type { ReactNode } from 'react'
import type { Role } from '../../src-shared/api/fields.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import '../admin/admin.css'
import { AccountScreen } from '../admin/account/AccountScreen.tsx'
import { BaysScreen } from '../admin/bays/BaysScreen.tsx'
import { HoursScreen } from '../admin/hours/HoursScreen.tsx'
import { SettingsScreen } from '../admin/installation/SettingsScreen.tsx'
import { PlanScreen } from '../admin/plan/PlanScreen.tsx'
import { ServicesScreen } from '../admin/services/ServicesScreen.tsx'
import { SiteScreen } from '../admin/site/SiteScreen.tsx'
import { StaffScreen } from '../admin/staff/StaffScreen.tsx'
import { CashScreen } from '../cash/CashScreen.tsx'
import { Clock } from '../clock/Clock.tsx'
import { Today } from '../dashboard/Today.tsx'
import { Kiosks } from '../kiosks/Kiosks.tsx'
import { Receipts } from '../receipts/Receipts.tsx'
import { Permits } from '../permits/Permits.tsx'
import { Tariffs } from '../tariffs/Tariffs.tsx'
import { LotScreen } from '../lot/LotScreen.tsx'
import { Audit } from '../audit/Audit.tsx'
import { Reports } from '../reports/Reports.tsx'
import type { Screen } from './hash-route.ts'
import { Bookings } from '../bookings/Bookings.tsx'
import { WashBoard } from '../wash-board/WashBoard.tsx'

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
  readonly show: (context: ScreenContext) => ReactNode
}

/** Those who answer for the business. */
const managers: readonly Role[] = ['owner', 'admin']

/** Every screen of the console, in the order of the navigation; the key is its address. */
export const screens = {
  today: { title: 'console.nav.today', group: 'work', show: () => <Today /> },
  lot: { title: 'lot.title', group: 'work', show: ({ query }) => <LotScreen query={query} /> },
  bookings: { title: 'console.nav.bookings', group: 'work', show: ({ query }) => <Bookings query={query} /> },
  washes: { title: 'wash.title', group: 'work', show: () => <WashBoard /> },
  cash: { title: 'cash.title', group: 'work', show: ({ user }) => <CashScreen user={user} /> },
  receipts: { title: 'receipts.title', group: 'work', show: ({ query }) => <Receipts query={query} /> },
  tariffs: {
    title: 'tariffs.title',
    group: 'owner',
    show: ({ user, query }) => <Tariffs key={query} user={user} query={query} />,
  },
  permits: { title: 'permits.title', group: 'owner', show: ({ user }) => <Permits user={user} /> },
  reports: { title: 'report.nav', group: 'owner', roles: managers, show: ({ query }) => <Reports query={query} /> },
  audit: { title: 'audit.nav', group: 'owner', roles: managers, show: ({ query }) => <Audit query={query} /> },
  kiosks: { title: 'console.nav.kiosks', group: 'admin', show: ({ user }) => <Kiosks user={user} /> },
  clock: { title: 'console.nav.clock', group: 'admin', show: ({ user }) => <Clock user={user} /> },
  site: { title: 'admin.site.title', group: 'admin', roles: managers, show: () => <SiteScreen /> },
  hours: { title: 'admin.hours.title', group: 'admin', roles: managers, show: () => <HoursScreen /> },
  bays: { title: 'admin.bays.title', group: 'admin', roles: managers, show: () => <BaysScreen /> },
  plan: { title: 'admin.plan.title', group: 'admin', roles: managers, show: () => <PlanScreen /> },
  services: { title: 'admin.services.title', group: 'admin', roles: managers, show: () => <ServicesScreen /> },
  staff: {
    title: 'admin.staff.title',
    group: 'admin',
    roles: managers,
    show: ({ user }) => <StaffScreen user={user} />,
  },
  settings: { title: 'admin.settings.title', group: 'admin', roles: managers, show: () => <SettingsScreen /> },
  account: { title: 'admin.account.title', group: 'admin', show: ({ user }) => <AccountScreen user={user} /> },
} as const satisfies Record<Screen, ScreenSpec>

/** The screens that somebody with this role sees, as the navigation lists them. */
export function screensOf(role: Role): readonly Screen[] {
  const seen = (Object.entries(screens) as [Screen, ScreenSpec][]).filter(
    ([, { roles }]) => roles === undefined || roles.includes(role),
  )
  return screenGroups.flatMap((group) => seen.filter(([, spec]) => spec.group === group)).map(([screen]) => screen)
}
