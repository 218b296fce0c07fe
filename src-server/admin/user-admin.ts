import type { InferOutput } from 'valibot'
import type { AdminUser, NewUser, UserChange, UserWithPassword } from '../../src-shared/api/admin-schemas.ts'
import type { Role } from '../../src-shared/api/fields.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { actorOf } from '../identity/principal.ts'
import { newSpeakable } from '../ids/random.ts'
import type { Queries, Transaction, UserRow } from '../store/store.ts'
import { changedMembers, changeSite, type Admin, type AdminParts } from './admin-parts.ts'
import { versionOf } from './version.ts'

/** Read over a counter and typed once: 60 bits. */
const PASSWORD_LENGTH = 12

type WithPin<T> = T & { readonly pin: string }
interface Reset {
  readonly row: UserRow
  readonly ended: readonly string[]
}

/**
 * Staff accounts. An owner may do all; an admin everything but with owners' accounts: neither make one nor touch one.
 * One owner who can sign in always remains, because only owners make owners.
 */
export class UserAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  list(): Promise<{ users: AdminUser[] }> {
    return this.#parts.store.read(async (queries) => {
      const users: AdminUser[] = []
      for (const row of await queries.users()) users.push(await this.#wire(queries, row))
      return { users }
    })
  }

  async add(
    { pin, name, username, role }: WithPin<InferOutput<typeof NewUser>>,
    by: Admin,
  ): Promise<UserWithPassword | Refusal> {
    const refusal = forbidden(by, role) ?? (await this.#parts.sessions.checkPin(by, pin))
    if (refusal !== undefined) return refusal
    const password = newSpeakable(this.#parts.random, PASSWORD_LENGTH)
    const row = await this.#parts.sessions.prepareUser({ name, username, role, password, passwordTemporary: true })
    return changeSite(this.#parts, 'users', async (tx) => {
      if ((await tx.userByName(username)) !== undefined) return refuse('name_taken')
      await tx.insertUser(row)
      const data = { name, username, role }
      await tx.appendEvent({ at: tx.at, kind: 'user.added', subject: row.id, actor: actorOf(by), data })
      return { user: await this.#wire(tx, row), temporary_password: password }
    })
  }

  async change(
    id: string,
    { version, pin, ...change }: WithPin<InferOutput<typeof UserChange>>,
    by: Admin,
  ): Promise<AdminUser | Refusal> {
    const done = await this.#touch(id, pin, by, async (tx, row) => {
      const before = seen(row)
      if (versionOf(before) !== version) return refuse('changed_meanwhile')
      const refusal = forbidden(by, change.role ?? row.role) ?? (await lastOwner(tx, row, change))
      if (refusal !== undefined) return refusal
      const data = changedMembers(before, change)
      if (data === undefined) return { row, ended: [] }
      const { name = row.name, role = row.role, active = row.active } = change
      await tx.updateUser(id, { name, role, active })
      // Accounts stay, for the trail's sake; what was theirs alone goes with whoever is shut out.
      if (row.active && !active) await tx.forgetSavedFilters(id)
      // A socket knows the role that it was opened with, so it is opened anew with another one.
      const ended = role === row.role && active === row.active ? [] : await endSessions(tx, id)
      await tx.appendEvent({ at: tx.at, kind: 'user.changed', subject: id, actor: actorOf(by), data })
      return { row: { ...row, name, role, active }, ended }
    })
    return isRefusal(done) ? done : done.user
  }

  async resetPassword(id: string, pin: string, by: Admin): Promise<UserWithPassword | Refusal> {
    const password = newSpeakable(this.#parts.random, PASSWORD_LENGTH)
    const passwordHash = await this.#parts.passwords.hash(password)
    const done = await this.#touch(id, pin, by, async (tx, row) => {
      await tx.updateUser(id, { passwordHash, passwordTemporary: true })
      const ended = await endSessions(tx, id)
      await tx.appendEvent({ at: tx.at, kind: 'user.password_reset', subject: id, actor: actorOf(by), data: {} })
      return { row, ended }
    })
    return isRefusal(done) ? done : { user: done.user, temporary_password: password }
  }

  /** Whoever knows the password chooses the next PIN. */
  async resetPin(id: string, pin: string, by: Admin): Promise<AdminUser | Refusal> {
    const done = await this.#touch(id, pin, by, async (tx, row) => {
      await tx.updateUser(id, { pinHash: null })
      await tx.appendEvent({ at: tx.at, kind: 'user.pin_reset', subject: id, actor: actorOf(by), data: {} })
      return { row: { ...row, pinHash: null }, ended: [] }
    })
    return isRefusal(done) ? done : done.user
  }

  /** Changes an account for whoever has the PIN and may; the sessions that it ends lose their sockets at once. */
  async #touch(
    id: string,
    pin: string,
    by: Admin,
    work: (tx: Transaction, row: UserRow) => Promise<Reset | Refusal>,
  ): Promise<{ user: AdminUser } | Refusal> {
    const refusal = await this.#parts.sessions.checkPin(by, pin)
    if (refusal !== undefined) return refusal
    const done = await changeSite(this.#parts, 'users', async (tx) => {
      const row = await tx.user(id)
      if (row === undefined) return refuse('not_found')
      const not = forbidden(by, row.role)
      if (not !== undefined) return not
      const result = await work(tx, row)
      return isRefusal(result) ? result : { user: await this.#wire(tx, result.row), ended: result.ended }
    })
    if (isRefusal(done)) return done
    for (const sessionHash of done.ended) this.#parts.events.publish('revoked', { sessionHash })
    return { user: done.user }
  }

  async #wire(queries: Queries, row: UserRow): Promise<AdminUser> {
    const now = this.#parts.clock.now()
    const { id, username, pinHash } = row
    const signedIn = row.active && (await queries.sessionsOf(id)).some(({ expiresAt }) => expiresAt > now)
    const known = seen(row)
    return { version: versionOf(known), id, username, ...known, has_pin: pinHash !== null, signed_in: signedIn }
  }
}

function seen({ name, role, active }: UserRow): { name: string; role: Role; active: boolean } {
  return { name, role, active }
}

/** An admin has no say about owners. */
function forbidden(by: Admin, role: Role): Refusal | undefined {
  return by.role !== 'owner' && role === 'owner'
    ? refuse('forbidden', 'only an owner makes or changes owners')
    : undefined
}

async function lastOwner(
  tx: Transaction,
  row: UserRow,
  { role, active }: { role?: Role | undefined; active?: boolean | undefined },
): Promise<Refusal | undefined> {
  const stays = (role ?? row.role) === 'owner' && (active ?? row.active)
  if (row.role !== 'owner' || !row.active || stays) return undefined
  const others = (await tx.users()).filter((user) => user.id !== row.id && user.role === 'owner' && user.active)
  return others.length > 0 ? undefined : refuse('last_owner')
}

/** @returns which sessions were ended */
async function endSessions(tx: Transaction, userId: string): Promise<readonly string[]> {
  const hashes = (await tx.sessionsOf(userId)).map(({ tokenHash }) => tokenHash)
  for (const hash of hashes) await tx.deleteSession(hash)
  return hashes
}
