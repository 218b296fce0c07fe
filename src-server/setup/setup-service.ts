import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { SessionService, SignedIn } from '../identity/session-service.ts'
import { isTimezone, type Settings } from '../settings/settings.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import { defaultRules, insertTemplateSite, type SiteTemplate } from './site-template.ts'

export interface SetupRequest {
  readonly site_name: string
  readonly timezone: string
  readonly currency: string
  readonly owner_name: string
  readonly username: string
  readonly password: string
  /** What the lot begins with; a full one unless something else is asked for. */
  readonly template?: SiteTemplate | undefined
}

interface Parts {
  readonly store: Store
  readonly site: SiteService
  readonly sessions: SessionService
  readonly settings: Pick<Settings, 'timezone'>
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
    if (!(await this.status()).needed) return refuse('already_set_up')
    const { owner_name: name, username, password } = request
    const owner = await sessions.prepareUser({ name, username, password, role: 'owner' })
    const signedIn = await store.write(async (tx) => {
      if ((await tx.userCount()) > 0) return refuse('already_set_up')
      const { site_name, timezone, currency, template } = request
      const row = { ...defaultRules, name: site_name, timezone, currency, demo: false }
      await insertTemplateSite(tx, row, template)
      await tx.insertUser(owner)
      const actor = `user:${owner.id}`
      await tx.appendEvent({
        at: tx.at,
        kind: 'site.set_up',
        subject: 'site',
        actor,
        data: { name: site_name, template: template ?? 'full' },
      })
      return sessions.open(tx, owner)
    })
    await site.reload()
    return signedIn
  }
}
