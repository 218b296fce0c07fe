import type { Session } from '../../src-shared/api/site-schemas.ts'
import type { Role } from '../../src-shared/api/fields.ts'
import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { newId, newSecret } from '../ids/random.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import { ifWritable, type Transaction, type UserRow } from '../store/store.ts'
import type { IdentityParts } from './identity-parts.ts'
import type { Principal } from './principal.ts'
import { hashToken } from './token-hash.ts'
import { UnsavedSessions } from './unsaved-sessions.ts'

const HOUR = 3_600_000
/** A session ends this long after sign-in, whatever happens in it. */
const ABSOLUTE_MS = 12 * HOUR
/** And this long after it was last used. */
const IDLE_MS = 2 * HOUR
/** Use is noted at most this often, so that reading costs no write. */
const TOUCH_MS = 60_000

const sameAgain = { path: 'body.new_password', message: 'must be another one' }

export interface SignedIn {
  /** For the cookie; told once. */
  readonly token: string
  readonly session: Session
}

type SignedInUser = Extract<Principal, { kind: 'user' }>

export interface NewUser {
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly password: string
  /** Said by somebody else, so that its owner chooses another one first. */
  readonly passwordTemporary?: boolean
  readonly pin?: string
}

/** Staff accounts and their sessions, kept on the server; the cookie holds a random token and nothing else. */
export class SessionService {
  /** What the store could not take of sessions. */
  readonly unsaved = new UnsavedSessions()
  readonly #parts: IdentityParts
  readonly #nobodys: string
  constructor(parts: IdentityParts) {
    this.#parts = parts
    this.#nobodys = parts.passwords.nobodys()
  }

  /**
   * A wrong name and a wrong password are the same refusal and take the same work.
   * @param before whoever was signed in with the cookie that the new session takes the place of
   */
  async signIn(
    username: string,
    password: string,
    address: string,
    before: Principal = { kind: 'nobody' },
  ): Promise<SignedIn | Refusal> {
    const name = username.trim().toLowerCase()
    const guess = { signInByName: name, signInByAddress: address }
    const user = await this.#parts.failures.tryOnce(guess, () => this.#userWith(name, password))
    if (user === undefined) return refuse('wrong_credentials')
    if (isRefusal(user)) return user
    const signedIn = await this.#parts.store.write(async (tx) => {
      if (before.kind === 'user') await tx.deleteSession(before.sessionHash)
      return this.open(tx, user)
    })
    if (before.kind === 'user') this.#parts.events.publish('revoked', { sessionHash: before.sessionHash })
    return signedIn
  }

  async #userWith(name: string, password: string): Promise<UserRow | Refusal | undefined> {
    const user = await this.#parts.store.read((queries) => queries.userByName(name))
    const verdict = await this.#parts.passwords.verify(password, user?.passwordHash ?? this.#nobodys)
    if (verdict === 'busy') return refuse('rate_limited')
    return user?.active === true && verdict === 'right' ? user : undefined
  }

  /** Opens a session for somebody whose identity is established. */
  async open(tx: Transaction, user: UserRow): Promise<SignedIn> {
    const token = newSecret(this.#parts.random)
    const expiresAt = tx.at + ABSOLUTE_MS
    await tx.forgetEnded(tx.at)
    await tx.insertSession({
      tokenHash: hashToken(token),
      userId: user.id,
      createdAt: tx.at,
      seenAt: tx.at,
      expiresAt,
      lockedAt: null,
      unlockFailures: 0,
    })
    await tx.appendEvent({ at: tx.at, kind: 'session.opened', subject: user.id, actor: `user:${user.id}`, data: {} })
    return { token, session: this.#describe(user, expiresAt, (await tx.site())?.lockMinutes) }
  }

  /** Who holds this token; `nobody` when it is unknown, ended, or its owner may not sign in any more. */
  async principalOf(token: string): Promise<Principal> {
    const tokenHash = hashToken(token)
    const now = this.#parts.clock.now()
    const found = await this.#parts.store.read(async (queries) => {
      const session = await queries.session(tokenHash)
      return session && { session, user: await queries.user(session.userId) }
    })
    if (found?.user === undefined || !found.user.active) return { kind: 'nobody' }
    const { session, user } = found
    const { seenAt, locked } = this.unsaved.of(session)
    if (now >= session.expiresAt || now >= seenAt + IDLE_MS) return { kind: 'nobody' }
    if (!locked && now >= seenAt + TOUCH_MS) {
      const isKept = await ifWritable(this.#parts.store.write((tx) => tx.touchSession(tokenHash, tx.at)))
      if (!isKept) this.unsaved.saw(tokenHash, now)
    }
    const { id, name, username, role, passwordTemporary } = user
    const { expiresAt } = session
    return { kind: 'user', id, name, username, role, passwordTemporary, locked, sessionHash: tokenHash, expiresAt }
  }

  async describe(principal: SignedInUser): Promise<Session> {
    return this.#describe(principal, principal.expiresAt, (await this.#parts.site.row())?.lockMinutes)
  }

  async signOut(principal: SignedInUser): Promise<void> {
    await this.#parts.store.write((tx) => tx.deleteSession(principal.sessionHash))
    this.#parts.events.publish('revoked', { sessionHash: principal.sessionHash })
  }

  /** Chooses the PIN of whoever is signed in; the password says that it is really them. */
  async setPin(principal: SignedInUser, password: string, pin: string): Promise<undefined | Refusal> {
    const user = await this.#knownUser(principal)
    const refusal = await this.#guess(user.id, password, user.passwordHash, 'wrong_credentials')
    if (refusal !== undefined) return refusal
    const pinHash = await this.#parts.passwords.hashPin(pin)
    await this.#parts.store.write(async (tx) => {
      await tx.setPin(user.id, pinHash)
      await tx.appendEvent({ at: tx.at, kind: 'user.pin_set', subject: user.id, actor: `user:${user.id}`, data: {} })
    })
    return undefined
  }

  /** Chooses another password for whoever is signed in; every other session of theirs ends. */
  async changePassword(principal: SignedInUser, password: string, next: string): Promise<undefined | Refusal> {
    if (next === password) return refuse('invalid_request', 'that is the password already', { errors: [sameAgain] })
    const user = await this.#knownUser(principal)
    const refusal = await this.#guess(user.id, password, user.passwordHash, 'wrong_credentials')
    if (refusal !== undefined) return refusal
    const passwordHash = await this.#parts.passwords.hash(next)
    const ended = await this.#parts.store.write(async (tx) => {
      const others = (await tx.sessionsOf(user.id)).filter(({ tokenHash }) => tokenHash !== principal.sessionHash)
      await tx.updateUser(user.id, { passwordHash, passwordTemporary: false })
      for (const { tokenHash } of others) await tx.deleteSession(tokenHash)
      const actor = `user:${user.id}`
      await tx.appendEvent({ at: tx.at, kind: 'user.password_changed', subject: user.id, actor, data: {} })
      return others
    })
    for (const { tokenHash } of ended) this.#parts.events.publish('revoked', { sessionHash: tokenHash })
    return undefined
  }

  /** Asks for the PIN again. @returns why not, or undefined when it is right */
  async checkPin(principal: SignedInUser, pin: string): Promise<undefined | Refusal> {
    const { id, pinHash } = await this.#knownUser(principal)
    if (pinHash === null) return refuse('pin_not_set')
    return this.#guess(id, pin, pinHash, 'wrong_pin')
  }

  /** One try at a secret of somebody who is signed in. @returns undefined when it is right */
  async #guess(userId: string, secret: string, hash: string, wrong: ErrorCode): Promise<undefined | Refusal> {
    const result = await this.#parts.failures.tryOnce({ pinByUser: userId }, async () => {
      const verdict = await this.#parts.passwords.verify(secret, hash)
      return verdict === 'wrong' ? undefined : verdict
    })
    if (result === 'right') return undefined
    if (result === 'busy') return refuse('rate_limited')
    return result ?? refuse(wrong)
  }

  async #knownUser({ id }: SignedInUser): Promise<UserRow> {
    const user = await this.#parts.store.read((queries) => queries.user(id))
    if (user === undefined) throw new Error('a session without its user')
    return user
  }

  /** The row of a new account. Hashing takes a while, so it is done before any transaction. */
  async prepareUser(user: NewUser): Promise<UserRow> {
    const { name, username, role, password, passwordTemporary = false, pin } = user
    const pinHash = pin === undefined ? null : await this.#parts.passwords.hashPin(pin)
    const passwordHash = await this.#parts.passwords.hash(password)
    const id = newId(this.#parts.random)
    return { id, name, username, role, passwordHash, passwordTemporary, pinHash, active: true }
  }

  #describe(
    user: Pick<UserRow, 'id' | 'name' | 'username' | 'role' | 'passwordTemporary'>,
    expiresAt: number,
    lockMinutes = 0,
  ): Session {
    const { id, name, username, role } = user
    return {
      user: { id, name, username, role },
      expires_at: toSiteIso(expiresAt, this.#parts.site.timezone),
      password_temporary: user.passwordTemporary,
      lock_minutes: lockMinutes,
    }
  }
}
