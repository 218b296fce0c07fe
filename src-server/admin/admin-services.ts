import type { InstallationSettings } from '../../src-shared/api/admin-schemas.ts'
import type { Refusal } from '../../src-shared/errors/refusal.ts'
import { kerbsideVersion } from '../../src-shared/version.ts'
import type { Admin, AdminParts } from './admin-parts.ts'
import { BayAdmin } from './bay-admin.ts'
import { wipeDemo } from './demo-wipe.ts'
import { HoursAdmin } from './hours-admin.ts'
import { installationReport } from './installation-report.ts'
import { LayoutAdmin } from './layout-admin.ts'
import { LotListAdmin } from './lot-list-admin.ts'
import { ServiceAdmin } from './service-admin.ts'
import { SiteAdmin } from './site-admin.ts'
import { UserAdmin } from './user-admin.ts'

/** Everything by which a site is set up. */
export class AdminServices {
  readonly site: SiteAdmin
  readonly hours: HoursAdmin
  readonly bays: BayAdmin
  readonly layout: LayoutAdmin
  readonly lotList: LotListAdmin
  readonly services: ServiceAdmin
  readonly users: UserAdmin
  readonly #parts: AdminParts

  constructor(parts: AdminParts) {
    this.#parts = parts
    this.site = new SiteAdmin(parts)
    this.hours = new HoursAdmin(parts)
    this.bays = new BayAdmin(parts)
    this.layout = new LayoutAdmin(parts)
    this.lotList = new LotListAdmin(parts)
    this.services = new ServiceAdmin(parts)
    this.users = new UserAdmin(parts)
  }

  installation(): InstallationSettings {
    const versions = { kerbside: kerbsideVersion, node: process.versions.node }
    return installationReport(this.#parts.settings, versions)
  }

  wipeDemo(pin: string, by: Admin): Promise<undefined | Refusal> {
    return wipeDemo(this.#parts, pin, by)
  }
}
