import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import type { AuditFault } from '../src-shared/api/audit-schemas.ts'
import { headFiles } from '../src-server/audit/head-files.ts'
import { newFindings, verifyTrail } from '../src-server/audit/verification.ts'
import { readSettings } from '../src-server/settings/settings.ts'
import { linkOfRow, personalDigest } from '../src-server/store/sql/event-trail.ts'
import { readSnapshot } from '../src-server/store/sqlite/snapshot.ts'
import { storeFiles } from '../src-server/store/sqlite/store-files.ts'
import { say } from './terminal/progress.ts'

// `npm run verify-trail -- <data folder>` verifies the audit trail of a folder, whether Kerbside runs on it or not.
const USAGE = 'npm run verify-trail -- <data folder> [--heads <folder>] [--line <number> --code <code of a Z report>]'

async function verify(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { heads: { type: 'string' }, line: { type: 'string' }, code: { type: 'string' } },
  })
  const settings = readSettings({ ...process.env, ...(positionals[0] && { KERBSIDE_DATA_DIR: positionals[0] }) })
  const { store } = storeFiles(settings.dataDir)
  if (!existsSync(store)) throw new Error(`There is no store at ${store}. ${USAGE}`)
  const book = headFiles(values.heads ?? settings.auditDir)
  const { heads, unreadable } = await book.read()
  const findings = newFindings()
  const isSame = await readSnapshot(store, settings.sqliteBinding, async (queries) => {
    await verifyTrail(queries, findings, { linkOf: linkOfRow, personalDigest }, heads)
    const line = Number(values.line)
    const [row] = values.line === undefined ? [] : await queries.chain(line - 1, 1)
    const code = values.code?.replaceAll(/[\s-]/g, '').toLowerCase() ?? ''
    return values.line === undefined || (row?.seq === line && code.length >= 32 && row.hash.startsWith(code))
  })
  const { faults, checked, amountsChecked, headsChecked, headsSuperseded } = findings
  say(`${checked} lines, ${amountsChecked} amounts, ${headsChecked} heads of ${book.place} compared`)
  if (headsSuperseded > 0) say(`${headsSuperseded} heads are of before a restored backup or a wiped demo`)
  if (unreadable > 0) say(`${unreadable} lines of ${book.place} are no heads`)
  for (const fault of faults) say(words(fault))
  if (values.line !== undefined) say(`line ${values.line} ${isSame ? 'has' : 'does not have'} the code of the Z report`)
  const isWhole = faults.length === 0 && unreadable === 0 && isSame
  say(isWhole ? 'The trail is whole.' : 'The trail is NOT what was written down.')
  return isWhole ? 0 : 1
}

function words({ what, seq, to_seq: to, subject }: AuditFault): string {
  const lines =
    seq === null ? '' : ` line ${seq}${to === null ? '' : what === 'line_moved' ? ` (was ${to})` : ` to ${to}`}`
  return `  ${what}:${lines}${subject === '' ? '' : ` (${subject})`}`
}

try {
  process.exitCode = await verify()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
