import type { Sql } from './sql.ts'
import type { DeviceRow, IdentityQueries, PairingCodeRow, SessionRow, Transaction, UserRow } from '../store.ts'
import { bits, columns, insertion, updater } from './rows.ts'

const user = {
  id: 'id',
  name: 'name',
  username: 'username',
  role: 'role',
  passwordHash: 'password_hash',
  pinHash: 'pin_hash',
  active: 'active',
  passwordTemporary: 'password_temporary',
}
const session = {
  tokenHash: 'token_hash',
  userId: 'user_id',
  createdAt: 'created_at',
  seenAt: 'seen_at',
  expiresAt: 'expires_at',
  lockedAt: 'locked_at',
  unlockFailures: 'unlock_failures',
}
const device = {
  id: 'id',
  name: 'name',
  tokenHash: 'token_hash',
  pairedAt: 'paired_at',
  seenAt: 'seen_at',
  pairedBy: 'paired_by',
}
const code = { codeHash: 'code_hash', deviceName: 'device_name', expiresAt: 'expires_at', madeBy: 'made_by' }

interface RawUser extends Omit<UserRow, 'active' | 'passwordTemporary'> {
  active: number
  passwordTemporary: number
}

function toUser(row: RawUser): UserRow {
  return { ...row, active: row.active === 1, passwordTemporary: row.passwordTemporary === 1 }
}

function found(row: RawUser | undefined): UserRow | undefined {
  return row && toUser(row)
}

export function identityQueries(db: Sql): IdentityQueries {
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM "user"')
  const byId = db.prepare<[string], RawUser>(`SELECT ${columns(user)} FROM "user" WHERE id = ?`)
  const byName = db.prepare<[string], RawUser>(`SELECT ${columns(user)} FROM "user" WHERE username = ?`)
  const selectSession = db.prepare<[string], SessionRow>(`SELECT ${columns(session)} FROM session WHERE token_hash = ?`)
  const selectDevices = db.prepare<[], DeviceRow>(`SELECT ${columns(device)} FROM device ORDER BY name`)
  const selectDevice = db.prepare<[string], DeviceRow>(`SELECT ${columns(device)} FROM device WHERE token_hash = ?`)
  const selectCode = db.prepare<[string], PairingCodeRow>(
    `SELECT ${columns(code)} FROM pairing_code WHERE code_hash = ?`,
  )
  const everyUser = db.prepare<[], RawUser>(`SELECT ${columns(user)} FROM "user" ORDER BY name, username`)
  const sessionsOf = db.prepare<[string], SessionRow>(`SELECT ${columns(session)} FROM session WHERE user_id = ?`)
  return {
    userCount: async () => (await count.get())?.n ?? 0,
    user: async (id) => found(await byId.get(id)),
    userByName: async (username) => found(await byName.get(username)),
    users: async () => (await everyUser.all()).map(toUser),
    sessionsOf: async (userId) => sessionsOf.all(userId),
    session: async (tokenHash) => selectSession.get(tokenHash),
    devices: async () => selectDevices.all(),
    deviceByToken: async (tokenHash) => selectDevice.get(tokenHash),
    pairingCode: async (codeHash) => selectCode.get(codeHash),
  }
}

type IdentityWrites = Pick<
  Transaction,
  | 'insertUser'
  | 'updateUser'
  | 'setPin'
  | 'insertSession'
  | 'touchSession'
  | 'lockSession'
  | 'unlockSession'
  | 'countUnlockFailure'
  | 'deleteSession'
  | 'forgetEnded'
  | 'insertDevice'
  | 'touchDevice'
  | 'renameDevice'
  | 'deleteDevice'
  | 'insertPairingCode'
  | 'takePairingCode'
>

export function identityWrites(db: Sql): IdentityWrites {
  const insertUser = db.prepare(insertion('"user"', user))
  const setPin = db.prepare('UPDATE "user" SET pin_hash = ? WHERE id = ?')
  const insertSession = db.prepare(insertion('session', session))
  const touchSession = db.prepare('UPDATE session SET seen_at = ? WHERE token_hash = ?')
  const lockSession = db.prepare('UPDATE session SET locked_at = ?, unlock_failures = 0 WHERE token_hash = ?')
  const unlockSession = db.prepare(
    'UPDATE session SET locked_at = NULL, unlock_failures = 0, seen_at = ? WHERE token_hash = ?',
  )
  const countFailure = db.prepare('UPDATE session SET unlock_failures = unlock_failures + 1 WHERE token_hash = ?')
  const deleteSession = db.prepare('DELETE FROM session WHERE token_hash = ?')
  const endSessions = db.prepare('DELETE FROM session WHERE expires_at <= ?')
  const endCodes = db.prepare('DELETE FROM pairing_code WHERE expires_at <= ?')
  const insertDevice = db.prepare(insertion('device', device))
  const touchDevice = db.prepare('UPDATE device SET seen_at = ? WHERE id = ?')
  const updateUser = updater(db, '"user"', user)
  const renameDevice = db.prepare('UPDATE device SET name = ? WHERE id = ?')
  const deleteDevice = db.prepare('DELETE FROM device WHERE id = ?')
  const insertCode = db.prepare('INSERT INTO pairing_code VALUES (@codeHash, @deviceName, @expiresAt, @madeBy)')
  const takeCode = db.prepare('DELETE FROM pairing_code WHERE code_hash = ?')
  return {
    async insertUser(row) {
      await insertUser.run(bits(row))
    },
    async updateUser(id, change) {
      await updateUser(id, bits(change))
    },
    async setPin(userId, pinHash) {
      await setPin.run(pinHash, userId)
    },
    async insertSession(row) {
      await insertSession.run(row)
    },
    async touchSession(tokenHash, seenAt) {
      await touchSession.run(seenAt, tokenHash)
    },
    async lockSession(tokenHash, at) {
      await lockSession.run(at, tokenHash)
    },
    async unlockSession(tokenHash, at) {
      await unlockSession.run(at, tokenHash)
    },
    async countUnlockFailure(tokenHash) {
      await countFailure.run(tokenHash)
    },
    async deleteSession(tokenHash) {
      await deleteSession.run(tokenHash)
    },
    async forgetEnded(at) {
      await endSessions.run(at)
      await endCodes.run(at)
    },
    async insertDevice(row) {
      await insertDevice.run(row)
    },
    async touchDevice(id, seenAt) {
      await touchDevice.run(seenAt, id)
    },
    async renameDevice(id, name) {
      await renameDevice.run(name, id)
    },
    deleteDevice: async (id) => (await deleteDevice.run(id)).changes > 0,
    async insertPairingCode(row) {
      await insertCode.run(row)
    },
    takePairingCode: async (codeHash) => (await takeCode.run(codeHash)).changes > 0,
  }
}
