import type { Session } from '../../src-shared/api/site-schemas.ts'
import type { Role } from '../../src-shared/api/fields.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import { newId, newSecret, type Random } from '../ids/random.ts'
import type { SiteService } from '../site/site-service.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { Store, Transaction, UserRow } from '../store/store.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import type { Principal } from './principal.ts'
import type { FailureLimits } from './rate-limits.ts'
import { hashToken } from './token-hash.ts'

const HOUR = 3_600_000
/** A session ends this long after sign-in, whatever happens in it. */
const ABSOLUTE_MS = 12 * HOUR
/** And this long after it was last used. */
const IDLE_MS = 2 * HOUR
/** Use is noted at most this often, so that reading costs no write. */
const TOUCH_MS = 60_000

export interface SignedIn {
  /** For the cookie; told once. */
  readonly token: string
  readonly session: Session
}

export interface NewUser {
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly password: string
}

/** Staff accounts and their sessions, kept on the server; the cookie holds a random token and nothing else. */
export class SessionService {
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: Random
  readonly #events: EventBus
  readonly #site: SiteService
  readonly #failures: FailureLimits
  #decoyHash: Promise<string> | undefined

  constructor(parts: {
    store: Store
    clock: Clock
    random: Random
    events: EventBus
    site: SiteService
    failures: FailureLimits
  }) {
    this.#store = parts.store
    this.#clock = parts.clock
    this.#random = parts.random
    this.#events = parts.events
    this.#site = parts.site
    this.#failures = parts.failures
  }

  /** A wrong name and a wrong password are the same refusal and take the same time. */
  async signIn(username: string, password: string, address: string): Promise<SignedIn | Refusal> {
    const name = username.trim().toLowerCase()
    const guess = { signInByName: name, signInByAddress: address }
    const user = await this.#failures.tryOnce(guess, () => this.#userWith(name, password))
    if (user === undefined) return refuse('wrong_credentials')
    if (isRefusal(user)) return user
    return this.#store.write((tx) => this.open(tx, user))
  }

  async #userWith(name: string, password: string): Promise<UserRow | undefined> {
    const user = await this.#store.read((queries) => queries.userByName(name))
    this.#decoyHash ??= hashPassword('nobody has this password', this.#random)
    const matches = await verifyPassword(password, user?.passwordHash ?? (await this.#decoyHash))
    return user?.active === true && matches ? user : undefined
  }

  /** Opens a session for somebody whose identity is established. */
  async open(tx: Transaction, user: UserRow): Promise<SignedIn> {
    const token = newSecret(this.#random)
    const expiresAt = tx.at + ABSOLUTE_MS
    await tx.insertSession({
      tokenHash: hashToken(token),
      userId: user.id,
      createdAt: tx.at,
      seenAt: tx.at,
      expiresAt,
    })
    await tx.appendEvent({ at: tx.at, kind: 'session.opened', subject: user.id, actor: `user:${user.id}`, data: {} })
    return { token, session: this.#describe(user, expiresAt) }
  }

  /** Who holds this token; `nobody` when it is unknown, ended, or its owner may not sign in any more. */
  async principalOf(token: string): Promise<Principal> {
    const tokenHash = hashToken(token)
    const now = this.#clock.now()
    const found = await this.#store.read(async (queries) => {
      const session = await queries.session(tokenHash)
      return session && { session, user: await queries.user(session.userId) }
    })
    if (found?.user === undefined || !found.user.active) return { kind: 'nobody' }
    const { session, user } = found
    if (now >= session.expiresAt || now >= session.seenAt + IDLE_MS) return { kind: 'nobody' }
    if (now >= session.seenAt + TOUCH_MS) await this.#store.write((tx) => tx.touchSession(tokenHash, tx.at))
    const { id, name, username, role } = user
    return { kind: 'user', id, name, username, role, sessionHash: tokenHash, expiresAt: session.expiresAt }
  }

  describe(principal: Extract<Principal, { kind: 'user' }>): Session {
    return this.#describe(principal, principal.expiresAt)
  }

  async signOut(principal: Extract<Principal, { kind: 'user' }>): Promise<void> {
    await this.#store.write((tx) => tx.deleteSession(principal.sessionHash))
    this.#events.publish('revoked', { sessionHash: principal.sessionHash })
  }

  /** The row of a new account. Hashing takes a while, so it is done before any transaction. */
  async prepareUser(user: NewUser): Promise<UserRow> {
    const { name, username, role, password } = user
    const passwordHash = await hashPassword(password, this.#random)
    return { id: newId(this.#random), name, username, role, passwordHash, pinHash: null, active: true }
  }

  #describe(user: Pick<UserRow, 'id' | 'name' | 'username' | 'role'>, expiresAt: number): Session {
    const { id, name, username, role } = user
    return { user: { id, name, username, role }, expires_at: toSiteIso(expiresAt, this.#site.timezone) }
  }
}
