import type { OpenShift, ShiftSummary, ZReport } from '../../src-shared/api/shift-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { FileAnswer } from '../../src-shared/api/route.ts'
import { newId } from '../ids/random.ts'
import { decide, type Done } from '../decisions/decide.ts'
import type { MoneyParts } from '../payments/money-parts.ts'
import { once, type Asking } from '../decisions/once.ts'
import type { CashMoveRow, ShiftRow } from '../store/money-rows.ts'
import type { Queries, SiteRow, Transaction, UserRow } from '../store/store.ts'
import { closeShift } from './close-shift.ts'
import { readReport } from './frozen-report.ts'
import type { Printer } from '../printing/printer.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import { zReportDocument } from './z-report-document.ts'
import { openShift } from './shift-ledger.ts'
import { toOpenShift, toShiftSummary } from './shift-wire.ts'

/** How far back the list of shifts goes. */
const MOST_SHIFTS = 200

export interface ShiftServiceParts extends MoneyParts {
  readonly printer: Pick<Printer, 'reportPdf'>
  readonly receiptMeans: Pick<ReceiptMeans, 'words'>
}

export interface CashMove {
  readonly kind: CashMoveRow['kind']
  readonly moved_minor: number
  readonly reason: string
}

export interface ClosedShift {
  readonly report: ZReport
  readonly next_shift: OpenShift | null
}

/** The drawer and who answers for it: one open shift at a time, closed by a blind count, never changed afterwards. */
export class ShiftService {
  readonly #parts: ShiftServiceParts
  constructor(parts: ShiftServiceParts) {
    this.#parts = parts
  }

  current(): Promise<{ shift: OpenShift | null } | Refusal> {
    return this.#read(async (queries, site) => {
      const shift = await queries.openShift()
      return { shift: shift === undefined ? null : await toOpenShift(queries, site, shift) }
    })
  }

  open(floatMinor: number, { actor, key }: Asking): Promise<OpenShift | Refusal> {
    return decide(this.#parts, (tx, site) => {
      const request = { actor, key, meaning: ['shift.open', floatMinor] }
      const again = async (id: string) => toOpenShift(tx, site, await known(tx, id))
      return once(tx, request, again, async () => {
        if ((await tx.openShift()) !== undefined) return refuse('shift_already_open')
        const opening = { floatMinor, openedBy: actor, actor, random: this.#parts.random }
        const { shift, announcement } = await openShift(tx, site, opening)
        return { answer: await toOpenShift(tx, site, shift), announcements: [announcement], subject: shift.id }
      })
    })
  }

  /** Cash that comes or goes without a payment, or a drawer that is opened for nothing. */
  moveCash(shiftId: string, move: CashMove, { actor, key }: Asking): Promise<OpenShift | Refusal> {
    const movesNothing = move.kind === 'drawer_open'
    if (movesNothing !== (move.moved_minor === 0)) {
      return Promise.resolve(
        refuse('invalid_request', 'cash in or out moves an amount; a drawer that is only opened moves none', {
          errors: [{ path: 'body.moved_minor', message: movesNothing ? 'must be 0' : 'must be above 0' }],
        }),
      )
    }
    return decide(this.#parts, (tx, site) => {
      const request = { actor, key, meaning: ['shift.cash', shiftId, move.kind, move.moved_minor, move.reason] }
      const again = async () => toOpenShift(tx, site, await known(tx, shiftId))
      return once(tx, request, again, () => this.#moveCash(tx, site, shiftId, move, actor))
    })
  }

  async #moveCash(tx: Transaction, site: SiteRow, shiftId: string, move: CashMove, actor: string) {
    const shift = await tx.shift(shiftId)
    if (shift === undefined) return refuse('not_found')
    if (shift.state !== 'open') return refuse('no_open_shift', 'that shift is closed')
    const { kind, moved_minor: amountMinor, reason } = move
    const id = newId(this.#parts.random)
    await tx.insertCashMove({ id, shiftId, kind, amountMinor, reason, at: tx.at, recordedBy: actor })
    const data = { number: shift.number, amount_minor: amountMinor, currency: site.currency, reason }
    await tx.appendEvent({ at: tx.at, kind: `cash.${kind}`, subject: shiftId, actor, data })
    return { answer: await toOpenShift(tx, site, shift), announcements: [], subject: shiftId }
  }

  /**
   * Closes a shift by a blind count. The caller has checked the PIN.
   * @param successor the id of whoever takes over
   */
  close(
    shiftId: string,
    { countedMinor, successor }: { readonly countedMinor: number; readonly successor: string | undefined },
    { actor, key }: Asking,
  ): Promise<ClosedShift | Refusal> {
    return decide(this.#parts, (tx, site) => {
      const request = { actor, key, meaning: ['shift.close', shiftId, countedMinor, successor ?? null] }
      const again = async () => closedAgain(tx, site, await known(tx, shiftId))
      return once(tx, request, again, async () => {
        const shift = await tx.shift(shiftId)
        if (shift === undefined) return refuse('not_found')
        if (shift.state !== 'open') return refuse('no_open_shift', 'that shift is closed already')
        const taker = successor === undefined ? undefined : await tx.user(successor)
        if (successor !== undefined && taker?.active !== true) return noSuchPerson()
        return this.#close(tx, site, shift, countedMinor, taker, actor)
      })
    })
  }

  async #close(
    tx: Transaction,
    site: SiteRow,
    shift: ShiftRow,
    countedMinor: number,
    successor: UserRow | undefined,
    actor: string,
  ): Promise<Done<ClosedShift> & { subject: string }> {
    const closing = { countedMinor, actor, successor, random: this.#parts.random }
    const { report, changes } = await closeShift(tx, site, shift, closing)
    const next = changes[1]?.shift
    const next_shift = next === undefined ? null : await toOpenShift(tx, site, next)
    const announcements = changes.map(({ announcement }) => announcement)
    return { answer: { report, next_shift }, announcements, subject: shift.id }
  }

  list(): Promise<{ shifts: ShiftSummary[] } | Refusal> {
    return this.#read(async (queries, site) => {
      const shifts = await queries.shifts(MOST_SHIFTS)
      return { shifts: await Promise.all(shifts.map((shift) => toShiftSummary(queries, site, shift))) }
    })
  }

  /** The Z report of a closed shift. An open one has none: what it should hold stays unknown until it is counted. */
  report(shiftId: string): Promise<ZReport | Refusal> {
    return this.#read(async (queries) => {
      const shift = await queries.shift(shiftId)
      if (shift === undefined) return refuse('not_found')
      return shift.report === null ? refuse('invalid_state', 'that shift is still open') : readReport(shift.report)
    })
  }

  /** The Z report as PDF. */
  async reportFile(shiftId: string): Promise<FileAnswer | Refusal> {
    const found = await this.#read(async (queries, site) => {
      const shift = await queries.shift(shiftId)
      if (shift === undefined) return refuse('not_found')
      if (shift.report === null) return refuse('invalid_state', 'that shift is still open')
      const moves = await queries.cashMovesOf(shiftId)
      const document = zReportDocument(readReport(shift.report), { site, moves, t: this.#parts.receiptMeans.words() })
      return { document, number: shift.number }
    })
    if (isRefusal(found)) return found
    return { bytes: await this.#parts.printer.reportPdf(found.document), fileName: `Z-${found.number}.pdf` }
  }

  async staffNames(): Promise<{ staff: { id: string; name: string }[] }> {
    return { staff: [...(await this.#parts.store.read((queries) => queries.activeStaff()))] }
  }

  async #read<T>(work: (queries: Queries, site: SiteRow) => Promise<T>): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    return site === undefined ? refuse('setup_needed') : this.#parts.store.read((queries) => work(queries, site))
  }
}

async function known(tx: Transaction, id: string): Promise<ShiftRow> {
  const shift = await tx.shift(id)
  if (shift === undefined) throw new Error(`shift ${id} is gone`)
  return shift
}

/** What closing answered the first time, with the shift that followed as it stands now. */
async function closedAgain(tx: Transaction, site: SiteRow, shift: ShiftRow): Promise<ClosedShift> {
  const report = readReport(shift.report ?? '')
  const isNext = ({ number }: ShiftRow) => report.handed_over_to !== null && number === shift.number + 1
  const next = (await tx.shifts(MOST_SHIFTS)).find(isNext)
  return { report, next_shift: next === undefined ? null : await toOpenShift(tx, site, next) }
}

function noSuchPerson(): Refusal {
  return refuse('invalid_request', 'nobody who works here has that id', {
    errors: [{ path: 'body.hand_over_to', message: 'must be somebody who works here' }],
  })
}
