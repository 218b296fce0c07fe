import type { HelpCall } from '../../src-shared/api/help-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { announce, type Announcement } from '../events/announcement.ts'
import type { IdentityParts } from '../identity/identity-parts.ts'
import { actorOf, type Principal } from '../identity/principal.ts'
import { newId } from '../ids/random.ts'
import { keepNotices } from '../notices/keep-notice.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { HelpCallRow } from '../store/help-rows.ts'
import type { Transaction } from '../store/store.ts'

/** A kiosk that calls again within so long is answered what it was answered before, and nobody is told twice. */
const AGAIN_AFTER_MS = 2 * 60_000
const FORGET_AFTER_MS = 24 * 3_600_000

/** What can happen to a call. */
type What = 'called' | 'taken' | 'released' | 'withdrawn'
type Answer = { readonly call: HelpCall } | Refusal
interface Told {
  readonly row: HelpCallRow
  readonly news: readonly Announcement[]
}

/** Kiosks call the attendant; whoever goes there says so. */
export class HelpService {
  readonly #parts: Pick<IdentityParts, 'store' | 'random' | 'events' | 'site' | 'failures'>
  constructor(parts: Pick<IdentityParts, 'store' | 'random' | 'events' | 'site' | 'failures'>) {
    this.#parts = parts
  }

  /** Somebody at a kiosk wants the attendant. @param address where from, as `addressKey` says it */
  async call(by: Principal, address: string): Promise<Answer> {
    const caller = callerOf(by, address)
    const kioskName = by.kind === 'device' ? by.name : address
    const limit = { helpByKiosk: caller }
    const told = await this.#parts.store.write(async (tx) => {
      const last = await tx.lastHelpCall(caller)
      if (last !== undefined && tx.at < (last.takenAt ?? last.calledAt) + AGAIN_AFTER_MS) return { row: last, news: [] }
      if (this.#parts.failures.isBlocked(limit)) return refuse('rate_limited')
      this.#parts.failures.add(limit)
      const row = await placeCall(tx, last, { id: newId(this.#parts.random), caller, kioskName })
      return this.#tell(tx, row, 'called', caller)
    })
    return this.#answer(told)
  }

  /** The call as it stands, for the kiosk that made it. */
  async look(id: string, by: Principal, address: string): Promise<Answer> {
    const row = await this.#parts.store.read((queries) => queries.helpCall(id))
    return row === undefined || row.caller !== callerOf(by, address) ? refuse('not_found') : { call: this.#wire(row) }
  }

  async waiting(): Promise<{ calls: HelpCall[] }> {
    const rows = await this.#parts.store.read((queries) => queries.waitingHelpCalls())
    return { calls: rows.map((row) => this.#wire(row)) }
  }

  /** Somebody goes there. Whoever says so second changes nothing. */
  async take(id: string, by: Principal): Promise<Answer> {
    const told = await this.#parts.store.write(async (tx) => {
      const row = await tx.helpCall(id)
      if (row === undefined) return refuse('not_found')
      if (row.takenAt !== null) return { row, news: [] }
      await tx.takeHelpCall(id, tx.at)
      return this.#tell(tx, { ...row, takenAt: tx.at }, 'taken', actorOf(by))
    })
    return this.#answer(told)
  }

  /** Whoever said that they were on the way is not; the kiosk waits again. */
  async release(id: string, by: Principal): Promise<Answer> {
    const told = await this.#parts.store.write(async (tx) => {
      const row = await tx.helpCall(id)
      if (row === undefined) return refuse('not_found')
      if (row.takenAt === null) return { row, news: [] }
      await tx.takeHelpCall(id, null)
      return this.#tell(tx, { ...row, takenAt: null }, 'released', actorOf(by))
    })
    return this.#answer(told)
  }

  /** Nobody at the kiosk needs help any more. Only the kiosk that called says so. */
  async withdraw(id: string, by: Principal, address: string): Promise<undefined | Refusal> {
    const told = await this.#parts.store.write(async (tx) => {
      const row = await tx.helpCall(id)
      if (row === undefined || row.caller !== callerOf(by, address)) return refuse('not_found')
      await tx.deleteHelpCall(id)
      return this.#tell(tx, row, 'withdrawn', row.caller)
    })
    const answer = this.#answer(told)
    return isRefusal(answer) ? answer : undefined
  }

  async #tell(tx: Transaction, row: HelpCallRow, what: What, actor: string): Promise<Told> {
    const data = { kiosk: row.kioskName }
    const seq = await tx.appendEvent({ at: tx.at, kind: `help.${what}`, subject: row.id, actor, data })
    const at = toSiteIso(tx.at, this.#parts.site.timezone)
    const notification = { type: `help_${what}`, seq, at, call_id: row.id, kiosk: row.kioskName } as const
    return { row, news: await keepNotices(tx, [{ notification }]) }
  }

  #answer(told: Told | Refusal): Answer {
    if (isRefusal(told)) return told
    announce(this.#parts.events, told.news)
    return { call: this.#wire(told.row) }
  }

  #wire({ id, kioskName, calledAt, takenAt }: HelpCallRow): HelpCall {
    return {
      id,
      kiosk: kioskName,
      state: takenAt === null ? 'waiting' : 'coming',
      called_at: toSiteIso(calledAt, this.#parts.site.timezone),
    }
  }
}

/** A call that nobody has taken is made anew; otherwise there is another one. */
async function placeCall(
  tx: Transaction,
  last: HelpCallRow | undefined,
  fresh: Pick<HelpCallRow, 'id' | 'caller' | 'kioskName'>,
): Promise<HelpCallRow> {
  if (last !== undefined && last.takenAt === null) {
    await tx.renewHelpCall(last.id, tx.at)
    return { ...last, calledAt: tx.at }
  }
  const row = { ...fresh, calledAt: tx.at, takenAt: null }
  await tx.forgetHelpCalls(tx.at - FORGET_AFTER_MS)
  await tx.insertHelpCall(row)
  return row
}

/** Open kiosks have no name of their own: each address counts as one. */
function callerOf(by: Principal, address: string): string {
  return by.kind === 'open_kiosk' ? `${actorOf(by)}:${address}` : actorOf(by)
}
