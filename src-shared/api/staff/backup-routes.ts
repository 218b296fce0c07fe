import * as v from 'valibot'
import {
  BackupItem,
  BackupList,
  BackupPreview,
  BackupRun,
  BackupSettings,
  ExportedBackup,
  GivenPassphrase,
  Passphrase,
  Recovery,
} from '../backup-schemas.ts'
import type { RouteTable } from '../route.ts'
import { ById, managers, Password, Pin, withPin } from './fields.ts'

/** An owner sees that there are backups; what is done with them is for those who answer for the machine. */
const forAdmins = { staff: ['admin'] } as const
const Opening = v.strictObject({ passphrase: GivenPassphrase })

export const backupRoutes = {
  'GET /api/v1/backups': {
    summary: 'Every backup, what is being done, and when the next one is made',
    access: { staff: managers },
    status: 200,
    response: BackupList,
  },
  'POST /api/v1/backups': {
    summary: 'Make a backup now; the list tells how far it is',
    access: forAdmins,
    status: 200,
    response: BackupRun,
  },
  'PUT /api/v1/backups/settings': {
    summary:
      'When a backup is made each night, the second folder that each is copied to, and whether it is encrypted there',
    access: forAdmins,
    // A passphrase is kept from now on; without one the kept one goes on.
    body: withPin(v.strictObject({ ...BackupSettings.entries, passphrase: v.optional(Passphrase) })),
    status: 200,
    response: BackupSettings,
  },
  'POST /api/v1/backups/{id}/verify': {
    summary: 'Look a backup through: every page, the audit trail, the books against it',
    access: forAdmins,
    params: ById,
    status: 200,
    response: BackupItem,
  },
  'POST /api/v1/backups/{id}/preview': {
    summary: 'What a backup holds beside what the store holds now; changes nothing',
    access: forAdmins,
    params: ById,
    body: Opening,
    status: 200,
    response: BackupPreview,
  },
  'POST /api/v1/backups/{id}/restore': {
    summary: 'Go on with a backup; the store as it is now is set aside, and every session ends',
    access: forAdmins,
    params: ById,
    body: withPin(Opening),
    status: 204,
  },
  'POST /api/v1/backups/{id}/export': {
    summary: 'Write an encrypted copy of a backup, for a stick or another place',
    access: forAdmins,
    params: ById,
    body: v.strictObject({ passphrase: Passphrase, pin: Pin }),
    status: 201,
    response: ExportedBackup,
  },
  'GET /api/v1/recovery': {
    summary: 'Why the store could not be opened, and what it can be restored from; nothing where it is open',
    access: { staff: 'anyone' },
    status: 200,
    response: Recovery,
  },
  'POST /api/v1/recovery/{id}/preview': {
    summary: 'What a copy holds, while the store cannot be opened',
    access: { staff: 'anyone' },
    params: ById,
    body: Opening,
    status: 200,
    response: BackupPreview,
  },
  'POST /api/v1/recovery/{id}/restore': {
    summary: 'Go on with a copy, by an admin’s account in that copy; an owner’s where it has no admin',
    access: { staff: 'anyone' },
    params: ById,
    body: v.strictObject({
      username: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
      password: Password,
      passphrase: GivenPassphrase,
    }),
    status: 204,
  },
} as const satisfies RouteTable
