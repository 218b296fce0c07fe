import * as v from 'valibot'
import {
  AdminBay,
  AdminHours,
  AdminLayout,
  AdminService,
  AdminSite,
  AdminUser,
  BayChange,
  Closure,
  ClosureRequest,
  HoursList,
  InstallationSettings,
  NewBays,
  NewPassword,
  NewService,
  NewUser,
  ServiceChange,
  SiteSettings,
  Stranded,
  UserChange,
  UserWithPassword,
  Version,
  ZonePreview,
} from '../admin-schemas.ts'
import { DemoLeap, DemoTime } from '../demo-schemas.ts'
import type { RouteTable } from '../route.ts'
import { LotLayout } from '../../lot/lot-layout.ts'
import { LOT_LIST_LIMIT, LotList, LotListRead } from '../../lot/lot-list.ts'
import { ById, DeviceName, managers, Password, Pin, staff, Timezone, withPin } from './fields.ts'

/** A plan of 2000 bays and 500 features fits, in bytes. */
const LAYOUT_LIMIT = 400_000

const forManagers = { staff: managers } as const
const PinOnly = v.strictObject({ pin: Pin })

/** How the site is set up. Who may change an owner's account is the service's to judge: owners only. */
export const adminRoutes = {
  'GET /api/v1/admin/site': {
    summary: 'All that can be said of the site, with the version to send back',
    access: forManagers,
    status: 200,
    response: AdminSite,
  },
  'PUT /api/v1/admin/site': {
    summary: 'Change the site; what concerns money, and the zone, asks for the PIN',
    access: forManagers,
    body: v.strictObject({ version: Version, settings: SiteSettings, pin: v.optional(Pin) }),
    status: 200,
    response: AdminSite,
  },
  'GET /api/v1/admin/zone-preview': {
    summary: 'What another zone would change: bookings keep their instants and get another time of day',
    access: forManagers,
    query: v.strictObject({ timezone: Timezone }),
    status: 200,
    response: ZonePreview,
  },
  'GET /api/v1/admin/opening-hours': {
    summary: 'The weekly opening hours, and bookings to come that lie outside them',
    access: forManagers,
    status: 200,
    response: AdminHours,
  },
  'PUT /api/v1/admin/opening-hours': {
    summary: 'Change the weekly opening hours; bookings that lie outside them are told, not cancelled',
    access: forManagers,
    body: v.strictObject({ version: Version, hours: HoursList }),
    status: 200,
    response: AdminHours,
  },
  'POST /api/v1/admin/opening-hours/check': {
    summary: 'Which bookings to come these hours would leave outside; changes nothing',
    access: forManagers,
    body: v.strictObject({ hours: HoursList }),
    status: 200,
    response: v.object({ stranded: Stranded }),
  },
  'GET /api/v1/admin/closures': {
    summary: 'Days on which the site is closed, past ones included',
    access: forManagers,
    status: 200,
    response: v.object({ closures: v.array(Closure) }),
  },
  'POST /api/v1/admin/closures': {
    summary: 'Close for a day or a range of days; bookings on them are told, not cancelled',
    access: forManagers,
    body: ClosureRequest,
    status: 201,
    response: v.object({ closure: Closure, stranded: Stranded }),
  },
  'POST /api/v1/admin/closures/check': {
    summary: 'Which bookings to come a closure would meet; changes nothing',
    access: forManagers,
    body: ClosureRequest,
    status: 200,
    response: v.object({ stranded: Stranded }),
  },
  'DELETE /api/v1/admin/closures/{id}': {
    summary: 'Open again on the days of a closure',
    access: forManagers,
    params: ById,
    status: 204,
  },
  'GET /api/v1/admin/bays': {
    summary: 'Every bay and wash bay, retired ones included',
    access: forManagers,
    status: 200,
    response: v.object({ bays: v.array(AdminBay) }),
  },
  'POST /api/v1/admin/bays': {
    summary: 'Add bays, all or none',
    access: forManagers,
    body: NewBays,
    status: 201,
    response: v.object({ bays: v.array(AdminBay) }),
  },
  'PATCH /api/v1/admin/bays/{id}': {
    summary: 'Rename a bay, change its class or position, retire it or bring it back',
    access: forManagers,
    params: ById,
    body: BayChange,
    status: 200,
    response: AdminBay,
  },
  'GET /api/v1/lot/layout': {
    summary: 'The plan of the lot, as drawn or as made from the bays',
    access: forManagers,
    status: 200,
    response: AdminLayout,
  },
  'PUT /api/v1/lot/layout': {
    summary: 'Draw the plan of the lot anew',
    access: forManagers,
    body: v.strictObject({ version: Version, layout: LotLayout }),
    bodyLimit: LAYOUT_LIMIT,
    status: 200,
    response: AdminLayout,
  },
  'GET /api/v1/admin/lot': {
    summary: 'The whole lot by the labels of its bays, as it is written to a file',
    access: forManagers,
    status: 200,
    response: LotListRead,
  },
  'PUT /api/v1/admin/lot': {
    summary: 'Make the lot what a list says: bays that it does not name are retired; all of it or nothing',
    access: forManagers,
    body: v.strictObject({ version: Version, lot: LotList }),
    bodyLimit: LOT_LIST_LIMIT,
    status: 200,
    response: LotListRead,
  },
  'GET /api/v1/admin/services': {
    summary: 'Every wash service, retired ones included',
    access: forManagers,
    status: 200,
    response: v.object({ services: v.array(AdminService) }),
  },
  'POST /api/v1/admin/services': {
    summary: 'Add a wash service',
    access: forManagers,
    body: withPin(NewService),
    status: 201,
    response: AdminService,
  },
  'PATCH /api/v1/admin/services/{id}': {
    summary: 'Change a wash service; another price asks for the PIN and holds for new bookings only',
    access: forManagers,
    params: ById,
    body: v.strictObject({ ...ServiceChange.entries, pin: v.optional(Pin) }),
    status: 200,
    response: AdminService,
  },
  'GET /api/v1/admin/users': {
    summary: 'Every staff account',
    access: forManagers,
    status: 200,
    response: v.object({ users: v.array(AdminUser) }),
  },
  'POST /api/v1/admin/users': {
    summary: 'Add a staff account; its temporary password is told once',
    access: forManagers,
    body: withPin(NewUser),
    status: 201,
    response: UserWithPassword,
  },
  'PATCH /api/v1/admin/users/{id}': {
    summary:
      'Change a name or a role, or shut an account or open it again; its sessions end unless only the name changed',
    access: forManagers,
    params: ById,
    body: withPin(UserChange),
    status: 200,
    response: AdminUser,
  },
  'POST /api/v1/admin/users/{id}/reset-password': {
    summary: 'A new temporary password, told once; the account’s sessions end',
    access: forManagers,
    params: ById,
    body: PinOnly,
    status: 200,
    response: UserWithPassword,
  },
  'POST /api/v1/admin/users/{id}/reset-pin': {
    summary: 'Take the PIN away; its owner chooses a new one with the password',
    access: forManagers,
    params: ById,
    body: PinOnly,
    status: 200,
    response: AdminUser,
  },
  'PUT /api/v1/session/password': {
    summary: 'Choose another password for oneself; every other session of the account ends',
    access: { staff, withTemporaryPassword: true },
    body: v.strictObject({ password: Password, new_password: NewPassword }),
    status: 204,
  },
  'PATCH /api/v1/devices/{id}': {
    summary: 'Rename a kiosk',
    access: forManagers,
    params: ById,
    body: v.strictObject({ name: DeviceName }),
    status: 204,
  },
  'GET /api/v1/admin/settings': {
    summary: 'How this installation runs, and which environment variable sets what',
    access: forManagers,
    status: 200,
    response: InstallationSettings,
  },
  'GET /api/v1/admin/diagnostics': {
    summary:
      'Versions, settings, the log’s newest lines, metrics and the clock’s log as a file; nothing personal, no secret',
    access: forManagers,
    status: 200,
    file: 'application/json',
  },
  'POST /api/v1/demo/time': {
    summary: 'Let time pass at a demo site at once: it goes ahead, and never back; a real site refuses',
    access: forManagers,
    body: v.strictObject({ leap: DemoLeap }),
    status: 200,
    response: DemoTime,
  },
  'POST /api/v1/demo/wipe': {
    summary: 'Remove the demo site whole: the store is as at the first start, and every session ends',
    access: forManagers,
    body: PinOnly,
    status: 204,
  },
} as const satisfies RouteTable
