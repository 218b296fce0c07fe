import type { Sql } from './sql.ts'
import type { HelpCallRow, HelpQueries, HelpWrites } from '../help-rows.ts'
import { columns, insertion } from './rows.ts'

const call = { id: 'id', caller: 'caller', kioskName: 'kiosk_name', calledAt: 'called_at', takenAt: 'taken_at' }

export function helpQueries(db: Sql): HelpQueries {
  const byId = db.prepare<[string], HelpCallRow>(`SELECT ${columns(call)} FROM help_call WHERE id = ?`)
  const last = db.prepare<[string], HelpCallRow>(
    `SELECT ${columns(call)} FROM help_call WHERE caller = ? ORDER BY called_at DESC LIMIT 1`,
  )
  const waiting = db.prepare<[], HelpCallRow>(
    `SELECT ${columns(call)} FROM help_call WHERE taken_at IS NULL ORDER BY called_at`,
  )
  return {
    helpCall: async (id) => byId.get(id),
    lastHelpCall: async (caller) => last.get(caller),
    waitingHelpCalls: async () => waiting.all(),
  }
}

export function helpWrites(db: Sql): HelpWrites {
  const insert = db.prepare(insertion('help_call', call))
  const renew = db.prepare('UPDATE help_call SET called_at = ? WHERE id = ?')
  const take = db.prepare('UPDATE help_call SET taken_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM help_call WHERE id = ?')
  const forget = db.prepare('DELETE FROM help_call WHERE taken_at <= ?')
  return {
    async insertHelpCall(row) {
      await insert.run(row)
    },
    async renewHelpCall(id, at) {
      await renew.run(at, id)
    },
    async takeHelpCall(id, at) {
      await take.run(at, id)
    },
    async deleteHelpCall(id) {
      await remove.run(id)
    },
    async forgetHelpCalls(takenUntil) {
      await forget.run(takenUntil)
    },
  }
}
