import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import type { Answer, RealPark, Request } from './real-park.ts'

/** How a request fares whose write does not come to its end. */
type Fate =
  /** It is answered as if nothing had been in its way: it did not come so far. */
  | { readonly what: 'untouched'; readonly answer: Answer }
  /** It failed, and must have left nothing behind. */
  | { readonly what: 'failed' }
  /** The power went before it was on the disk, or right after it, and nobody heard the answer. */
  | { readonly what: 'power cut'; readonly folder: string; readonly isWritten: boolean; readonly answer: Answer }

/** Where a write ends: at the row after so many of its own, with its whole commit or alone; or at the commit. */
export type Cut =
  | { readonly at: 'row'; readonly rows: number; readonly lost: 'commit' | 'write' }
  | { readonly at: 'commit'; readonly how: 'disk full at' | 'power cut before' | 'power cut after' }

const tables = [
  ...['booking', 'allocation', 'stay', 'quote', 'payment', 'tender', 'discount', 'receipt', 'shift', 'cash_move'],
  ...['wash_job', 'waitlist', 'notice', 'request_once', 'event'],
]

const anyRow = fc.record({
  at: fc.constant('row' as const),
  rows: fc.constantFrom(0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8),
  lost: fc.constantFrom('commit' as const, 'write' as const),
})
const anyCommit = fc.record({
  at: fc.constant('commit' as const),
  how: fc.constantFrom('disk full at' as const, 'power cut before' as const, 'power cut after' as const),
})
export const anyCut: fc.Arbitrary<Cut> = fc.oneof(anyRow, anyRow, anyCommit)

export const nameOf = (cut: Cut) => (cut.at === 'row' ? 'cut short: a row fails' : `cut short: ${cut.how} commit`)

/** Sends a request whose write is cut short there. Other answers than a failure of the store are as without. */
export async function sendAndCut(park: RealPark, request: Request, cut: Cut): Promise<Fate> {
  // Whoever asks has a session that lasts: it is their own write that is cut short.
  await park.send({ method: 'GET', path: '/api/v1/session' })
  if (cut.at === 'row') return fateOf(await failingAtRow(park, cut, () => park.send(request)))
  if (cut.how === 'disk full at') return fateOf(await failingAtCommit(() => park.send(request)))
  let folder: string | undefined
  const isWritten = cut.how === 'power cut after'
  // A request may write more than once, as when its session is seen to be used: its own write is the last.
  const keep = () => (folder = park.copyOfDisk(folder))
  const answer = await atCommit(isWritten ? { after: keep } : { before: keep }, () => park.send(request))
  return folder === undefined ? { what: 'untouched', answer } : { what: 'power cut', folder, isWritten, answer }
}

const fateOf = (answer: Answer): Fate =>
  ['internal', 'store_read_only'].includes(answer.outcome) ? { what: 'failed' } : { what: 'untouched', answer }

async function failingAtRow(
  park: RealPark,
  { rows, lost }: Extract<Cut, { at: 'row' }>,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const names = tables.flatMap((table) => [['INSERT', table] as const, ['UPDATE', table] as const])
  const action = `RAISE(${lost === 'commit' ? 'ROLLBACK' : 'ABORT'}, 'the disk is gone')`
  const triggers = names.map(
    ([change, table]) =>
      `CREATE TRIGGER cut_${change}_${table} AFTER ${change} ON ${table} BEGIN
         UPDATE rows_to_come SET n = n - 1; SELECT ${action} FROM rows_to_come WHERE n < 0; END;`,
  )
  park.plant(`BEGIN; CREATE TABLE rows_to_come AS SELECT ${rows} AS n; ${triggers.join('')} COMMIT`)
  try {
    return await send()
  } finally {
    const drops = names.map(([change, table]) => `DROP TRIGGER cut_${change}_${table};`)
    park.plant(`BEGIN; ${drops.join('')} DROP TABLE rows_to_come; COMMIT`)
  }
}

function failingAtCommit(send: () => Promise<Answer>): Promise<Answer> {
  const fail = () => {
    throw new Error('the disk is full')
  }
  return atCommit({ before: fail }, send)
}

/** Does something while each commit of this process is told of. */
async function atCommit<T>(
  { before, after }: { readonly before?: () => void; readonly after?: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const connection = BetterSqlite3.prototype
  const { exec } = connection
  connection.exec = function execAndTell(sql) {
    if (sql === 'COMMIT') before?.()
    const done = exec.call(this, sql)
    if (sql === 'COMMIT') after?.()
    return done
  }
  try {
    return await work()
  } finally {
    connection.exec = exec
  }
}
