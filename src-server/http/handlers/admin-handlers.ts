import type { DemoLeap, DemoTime } from '../../../src-shared/api/demo-schemas.ts'
import type { adminRoutes } from '../../../src-shared/api/staff/admin-routes.ts'
import type { FileAnswer } from '../../../src-shared/api/route.ts'
import { refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import type { Admin } from '../../admin/admin-parts.ts'
import type { AdminServices } from '../../admin/admin-services.ts'
import type { DeviceService } from '../../devices/device-service.ts'
import type { SessionService } from '../../identity/session-service.ts'
import { cookieNames } from '../../identity/gatekeeper.ts'
import { actorOf } from '../../identity/principal.ts'
import type { HandlersOf, RequestContext } from '../handler.ts'

export interface AdminHandlerParts {
  readonly admin: AdminServices
  readonly sessions: SessionService
  readonly devices: DeviceService
  readonly diagnostics: () => Promise<FileAnswer>
  readonly leapAhead: (leap: DemoLeap, actor: string) => Promise<DemoTime | Refusal>
}

/** Does something as whoever is signed in. */
async function as<T>({ principal }: RequestContext, work: (by: Admin) => Promise<T | Refusal>): Promise<T | Refusal> {
  return principal.kind === 'user' ? work(principal) : refuse('unauthenticated')
}

/** How the site is set up. */
export function adminHandlers({
  admin,
  sessions,
  devices,
  diagnostics,
  leapAhead,
}: AdminHandlerParts): HandlersOf<typeof adminRoutes> {
  const { site, hours, bays, layout, lotList, services, users } = admin
  return {
    'GET /api/v1/admin/site': () => site.get(),
    'PUT /api/v1/admin/site': ({ body }, context) => as(context, (by) => site.change(body, by)),
    'GET /api/v1/admin/zone-preview': ({ query }) => site.previewZone(query.timezone),
    'GET /api/v1/admin/opening-hours': () => hours.get(),
    'PUT /api/v1/admin/opening-hours': ({ body }, context) => as(context, (by) => hours.change(body, by)),
    'POST /api/v1/admin/opening-hours/check': ({ body }) => hours.check(body.hours),
    'GET /api/v1/admin/closures': () => hours.closures(),
    'POST /api/v1/admin/closures': ({ body }, context) => as(context, (by) => hours.close(body, by)),
    'POST /api/v1/admin/closures/check': ({ body }) => hours.checkClosure(body),
    'DELETE /api/v1/admin/closures/{id}': ({ params }, context) => as(context, (by) => hours.reopen(params.id, by)),
    'GET /api/v1/admin/bays': () => bays.list(),
    'POST /api/v1/admin/bays': ({ body }, context) => as(context, (by) => bays.add(body, by)),
    'PATCH /api/v1/admin/bays/{id}': ({ params, body }, context) =>
      as(context, (by) => bays.change(params.id, body, by)),
    'GET /api/v1/lot/layout': () => layout.get(),
    'PUT /api/v1/lot/layout': ({ body }, context) => as(context, (by) => layout.draw(body, by)),
    'GET /api/v1/admin/lot': () => lotList.get(),
    'PUT /api/v1/admin/lot': ({ body }, context) => as(context, (by) => lotList.replace(body, by)),
    'GET /api/v1/admin/services': () => services.list(),
    'POST /api/v1/admin/services': ({ body }, context) => as(context, (by) => services.add(body, by)),
    'PATCH /api/v1/admin/services/{id}': ({ params, body }, context) =>
      as(context, (by) => services.change(params.id, body, by)),
    'GET /api/v1/admin/users': () => users.list(),
    'POST /api/v1/admin/users': ({ body }, context) => as(context, (by) => users.add(body, by)),
    'PATCH /api/v1/admin/users/{id}': ({ params, body }, context) =>
      as(context, (by) => users.change(params.id, body, by)),
    'POST /api/v1/admin/users/{id}/reset-password': ({ params, body }, context) =>
      as(context, (by) => users.resetPassword(params.id, body.pin, by)),
    'POST /api/v1/admin/users/{id}/reset-pin': ({ params, body }, context) =>
      as(context, (by) => users.resetPin(params.id, body.pin, by)),
    'PUT /api/v1/session/password': ({ body }, context) =>
      as(context, (by) => sessions.changePassword(by, body.password, body.new_password)),
    'PATCH /api/v1/devices/{id}': ({ params, body }, { principal }) => devices.rename(params.id, body.name, principal),
    'GET /api/v1/admin/settings': async () => admin.installation(),
    'GET /api/v1/admin/diagnostics': diagnostics,
    'POST /api/v1/demo/time': ({ body }, { principal }) => leapAhead(body.leap, actorOf(principal)),
    'POST /api/v1/demo/wipe': ({ body }, context) =>
      as(context, async (by) => {
        const refusal = await admin.wipeDemo(body.pin, by)
        if (refusal === undefined) context.clearCookie(cookieNames.staff)
        return refusal
      }),
  }
}
