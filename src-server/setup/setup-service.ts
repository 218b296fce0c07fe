import type { OpeningHours } from '../../src-shared/api/site-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { LotList } from '../../src-shared/lot/lot-list.ts'
import { hoursRefusal } from '../admin/hours-admin.ts'
import { lotListRefusal, writeLot } from '../admin/lot-list-writes.ts'
import type { SessionService, SignedIn } from '../identity/session-service.ts'
import type { Random } from '../ids/random.ts'
import { isTimezone, type Settings } from '../settings/settings.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store, Transaction } from '../store/store.ts'
import { defaultRules, insertTemplateSite, type SiteTemplate } from './site-template.ts'

export interface SetupRequest {
  readonly site_name: string
  readonly timezone: string
  readonly currency: string
  readonly owner_name: string
  readonly username: string
  readonly password: string
  /** The languages of customers, by their tags. */
  readonly languages?: string | undefined
  /** In place of the template's. */
  readonly hours?: readonly OpeningHours[] | undefined
  /** What the lot begins with; a full one unless something else is asked for. */
  readonly template?: SiteTemplate | undefined
  /** In place of the template's bays. */
  readonly lot?: LotList | undefined
}

interface Parts {
  readonly store: Store
  readonly site: SiteService
  readonly sessions: SessionService
  readonly settings: Pick<Settings, 'timezone'>
  readonly random: Random
}

/** The first start: one owner account and one site, made together or not at all. */
export class SetupService {
  readonly #parts: Parts
  constructor(parts: Parts) {
    this.#parts = parts
  }

  async status(): Promise<{ needed: boolean; suggested_timezone: string }> {
    const users = await this.#parts.store.read((queries) => queries.userCount())
    const machineZone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone
    return { needed: users === 0, suggested_timezone: this.#parts.settings.timezone ?? machineZone }
  }

  async complete(request: SetupRequest): Promise<SignedIn | Refusal> {
    const { store, site, sessions } = this.#parts
    if (!isTimezone(request.timezone)) {
      return refuse('invalid_request', 'there is no such time zone', {
        errors: [{ path: 'body.timezone', message: 'must be an IANA zone such as Asia/Kolkata' }],
      })
    }
    const { hours, lot } = request
    const refusal =
      (hours === undefined ? undefined : hoursRefusal(hours)) ??
      (lot === undefined ? undefined : lotListRefusal(lot, 'body.lot'))
    if (refusal !== undefined) return refusal
    if (!(await this.status()).needed) return refuse('already_set_up')
    const { owner_name: name, username, password } = request
    const owner = await sessions.prepareUser({ name, username, password, role: 'owner' })
    const signedIn = await store.write(async (tx) => {
      if ((await tx.userCount()) > 0) return refuse('already_set_up')
      await this.#insertSite(tx, request)
      await tx.insertUser(owner)
      const actor = `user:${owner.id}`
      const data = { name: request.site_name, template: lot === undefined ? (request.template ?? 'full') : 'file' }
      await tx.appendEvent({ at: tx.at, kind: 'site.set_up', subject: 'site', actor, data })
      return sessions.open(tx, owner)
    })
    await site.reload()
    return signedIn
  }

  /** The site with what stands on it. Nothing here can be refused any more: nobody has any of its bays yet. */
  async #insertSite(tx: Transaction, request: SetupRequest): Promise<void> {
    const { site_name: name, timezone, currency, template, hours, lot, languages = defaultRules.languages } = request
    const row = { ...defaultRules, name, timezone, currency, languages, demo: false }
    const washes = lot?.bays.some((bay) => bay.bay_class === 'wash') === true
    const bays = lot === undefined ? undefined : washes ? 'parking_and_wash' : 'parking'
    await insertTemplateSite(tx, row, template, { hours, bays })
    if (lot === undefined) return
    const written = await writeLot(tx, lot, { random: this.#parts.random, timezone, path: 'body.lot' })
    if (isRefusal(written)) throw new Error('a lot was refused on a site without bays')
  }
}
