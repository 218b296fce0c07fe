import type { Session } from '../../src-shared/api/site-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { ifWritable, type Transaction, type UserRow } from '../store/store.ts'
import type { IdentityParts } from './identity-parts.ts'
import type { Principal } from './principal.ts'
import type { SessionService } from './session-service.ts'

/** So many wrong tries at the lock end the session: what is left is to sign in. */
const MOST_FAILURES = 5

type SignedInUser = Extract<Principal, { kind: 'user' }>

/** What a PIN looks like; anything else at the lock is a password. */
const PIN = /^\d{4,8}$/

/** Locks sessions and opens them again. The lock is the server's: a page that forgets it has no more than a locked one. */
export class SessionLock {
  readonly #parts: IdentityParts
  readonly #sessions: SessionService
  constructor(parts: IdentityParts, sessions: SessionService) {
    this.#parts = parts
    this.#sessions = sessions
  }

  /** Locks a session; its sockets are closed. One that is locked already stays as it is. */
  async lock({ id, locked, sessionHash }: SignedInUser): Promise<undefined> {
    if (locked) return undefined
    await this.#set(sessionHash, true, async (tx) => {
      await tx.lockSession(sessionHash, tx.at)
      await tx.appendEvent({ at: tx.at, kind: 'session.locked', subject: id, actor: `user:${id}`, data: {} })
    })
    this.#parts.events.publish('revoked', { sessionHash })
    return undefined
  }

  /** @param secret the PIN or the password of whoever locked it */
  async unlock(principal: SignedInUser, secret: string): Promise<Session | Refusal> {
    const { id, sessionHash } = principal
    const user = await this.#parts.store.read((queries) => queries.user(id))
    if (user === undefined) return refuse('unauthenticated')
    const verdict = await this.#parts.failures.tryOnce({ pinByUser: id }, () => this.#isRight(user, secret))
    if (isRefusal(verdict)) return verdict
    if (verdict === undefined) return this.#countFailure(principal)
    await this.#set(sessionHash, false, async (tx) => {
      // A session that was ended meanwhile stays ended.
      if ((await tx.session(sessionHash))?.lockedAt === null) return
      await tx.unlockSession(sessionHash, tx.at)
      await tx.appendEvent({ at: tx.at, kind: 'session.unlocked', subject: id, actor: `user:${id}`, data: {} })
    })
    return this.#sessions.describe(principal)
  }

  /** A disk that takes nothing must neither leave a console open nor keep anybody out of one; the trail lacks it then. */
  async #set(sessionHash: string, locked: boolean, keep: (tx: Transaction) => Promise<void>): Promise<void> {
    const { unsaved } = this.#sessions
    if (await ifWritable(this.#parts.store.write(keep))) unsaved.forget(sessionHash)
    else unsaved.lock(sessionHash, locked, this.#parts.clock.now())
  }

  async #isRight({ passwordHash, pinHash }: UserRow, secret: string): Promise<'right' | Refusal | undefined> {
    const hashes = pinHash !== null && PIN.test(secret) ? [pinHash, passwordHash] : [passwordHash]
    for (const hash of hashes) {
      const verdict = await this.#parts.passwords.verify(secret, hash)
      if (verdict === 'busy') return refuse('rate_limited')
      if (verdict === 'right') return 'right'
    }
    return undefined
  }

  async #countFailure({ id, locked, sessionHash }: SignedInUser): Promise<Refusal> {
    // Who is not locked out can neither be let in nor be thrown out by this.
    if (!locked) return refuse('wrong_pin')
    let ended = false
    // While nothing can be written they are not counted here, and how often a PIN may be tried at all is what is left.
    const isKept = await ifWritable(
      this.#parts.store.write(async (tx) => {
        await tx.countUnlockFailure(sessionHash)
        const session = await tx.session(sessionHash)
        ended = session === undefined || session.unlockFailures >= MOST_FAILURES
        if (!ended) return
        await tx.deleteSession(sessionHash)
        await tx.appendEvent({ at: tx.at, kind: 'session.lock_failed', subject: id, actor: `user:${id}`, data: {} })
      }),
    )
    if (!isKept || !ended) return refuse('wrong_pin')
    this.#parts.events.publish('revoked', { sessionHash })
    return refuse('unauthenticated')
  }
}
