import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { AuditService } from '../../../src-server/audit/audit-service.ts'
import { headFiles } from '../../../src-server/audit/head-files.ts'
import type { HeadBook } from '../../../src-server/audit/trail-head.ts'
import type { Clock } from '../../../src-server/clock/clock.ts'
import { createPrinter, type Printer } from '../../../src-server/printing/printer.ts'
import { ReportService } from '../../../src-server/reports/report-service.ts'
import { SiteService } from '../../../src-server/site/site-service.ts'
import { linkOfRow, personalDigest } from '../../../src-server/store/sql/event-trail.ts'
import { openSqliteStore } from '../../../src-server/store/sqlite/sqlite-store.ts'
import type { Store, Transaction } from '../../../src-server/store/store.ts'
import type { Report } from '../../../src-shared/api/report-schemas.ts'
import { isRefusal, type Refusal } from '../../../src-shared/errors/refusal.ts'
import { readFont } from '../../support/print-fonts.ts'
import { SITE } from '../../unit/server/fixture.ts'

/** A site whose past a test writes, line by line, at the instants that it says. */
export interface History {
  readonly store: Store
  readonly file: string
  readonly reports: ReportService
  readonly audit: AuditService
  readonly parts: { store: Store; clock: Clock; site: SiteService; printer: Printer }
  readonly plan: string
  /** What business time is. @param iso ISO 8601 with an offset */
  setNow(iso: string): void
  write(iso: string, work: (tx: Transaction) => Promise<void>): Promise<void>
  report(from: string, to?: string): Promise<Report>
  readonly heads: HeadBook
  /** Changes the store's file behind its back. */
  tamper(work: (db: Database) => void): void
  close(): Promise<void>
}

export async function startHistory(timezone = 'Asia/Kolkata'): Promise<History> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-history-'))
  let now = Date.parse('2025-01-01T00:00:00Z')
  const mark = () => ({ businessMs: now, bootMs: null, bootId: null, epoch: 1, state: 'trusted' as const })
  let stamp = 0
  const store = openSqliteStore({
    dataDir,
    randomBytes: (count) => new Uint8Array(count).fill(7),
    clock: () => ({ now: () => now, commitStamp: () => (stamp += 1), mark }),
  })
  const clock = { now: () => now, epoch: 1, state: 'trusted' as const, commitStamp: () => now }
  const site = new SiteService(store, clock, { timezone: undefined, kioskAccess: 'open' }, () => ({
    lan: undefined,
    local: 'http://127.0.0.1:8000/kiosk/',
  }))
  const parts = { store, clock, site, printer: createPrinter(readFont) }
  const reports = new ReportService(parts)
  const heads = headFiles(join(dataDir, 'audit'))
  const audit = new AuditService({
    ...parts,
    rules: { linkOf: linkOfRow, personalDigest },
    heads,
    headProblem: () => undefined,
    onError: (error) => console.error(error),
  })
  const file = join(dataDir, 'kerbside.sqlite')
  await store.write((tx) => foundSite(tx, timezone))
  return {
    store,
    file,
    parts,
    reports,
    audit,
    heads,
    plan: 'v1',
    setNow: (iso) => (now = Date.parse(iso)),
    async write(iso, work) {
      now = Date.parse(iso)
      await store.write(work)
    },
    async report(from, to = from) {
      return accepted(await reports.report({ from, to }))
    },
    tamper(work) {
      const db = new BetterSqlite3(file)
      work(db)
      db.close()
    },
    async close() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function accepted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused} ${answer.detail}`)
  return answer
}

async function foundSite(tx: Transaction, timezone: string): Promise<void> {
  await tx.insertSite({ ...SITE, timezone })
  for (const [index, label] of ['A1', 'A2', 'B1', 'B2'].entries()) {
    const bayClass = label.startsWith('A') ? 'car' : 'suv'
    await tx.insertResource({ id: label, kind: 'bay', label, bayClass, position: index, active: true, place: null })
  }
  const washBay = { id: 'W1', kind: 'wash_bay', label: 'W1', bayClass: null, position: 9, active: true, place: null }
  await tx.insertResource(washBay as Parameters<Transaction['insertResource']>[0])
  const service = { id: 'exterior', name: 'Exterior', description: '', durationMinutes: 20, cleanupMinutes: 10 }
  await tx.insertService({ ...service, priceMinor: 25_000, position: 0, active: true })
  const plan = JSON.stringify({ entry_grace_minutes: 10, exit_grace_minutes: 10 })
  const version = { id: 'v1', number: 1, name: 'First', validFrom: 0, plan, createdAt: 0, createdBy: 'user:x' }
  await tx.insertTariffVersion(version)
  const user = {
    id: 'x',
    name: 'Meera',
    username: 'meera',
    role: 'owner',
    passwordHash: '',
    pinHash: null,
    active: true,
    passwordTemporary: false,
  }
  await tx.insertUser(user as Parameters<Transaction['insertUser']>[0])
}

const CURRENCY = { currency: 'INR' }

/** A car from its entry to its exit. @param ms instants, ms since the epoch */
export async function stay(
  tx: Transaction,
  id: string,
  bay: string,
  { enteredAt, exitedAt, ...change }: { enteredAt: number; exitedAt: number | null } & Record<string, unknown>,
): Promise<void> {
  await tx.insertStay({
    id,
    ticket: `P-${id}`,
    bookingId: null,
    resourceId: bay,
    bayClass: 'car',
    plate: `KL${id}`,
    phone: null,
    state: exitedAt === null ? 'parked' : 'exited',
    enteredAt,
    recordedEnteredAt: enteredAt,
    bookedUntil: null,
    bayBookedFrom: null,
    exitedAt,
    lostTicket: false,
    overstayToldAt: null,
    tariffVersionId: 'v1',
    permitId: null,
    exitQuoteId: null,
    madeBy: 'user:x',
    ...change,
  })
}

/** A booking, in whatever state a test needs. */
export async function booking(
  tx: Transaction,
  id: string,
  change: Partial<Parameters<Transaction['insertBooking']>[0]>,
): Promise<void> {
  await tx.insertBooking({
    id,
    reference: `W-${id}`,
    kind: 'wash',
    state: 'completed',
    serviceId: 'exterior',
    bayClass: null,
    quoteId: null,
    followsBookingId: null,
    resourceId: 'W1',
    startsAt: tx.at,
    endsAt: tx.at + 20 * 60_000,
    plate: `KL${id}`,
    phone: null,
    priceMinor: 25_000,
    ...CURRENCY,
    holdExpiresAt: null,
    paymentExpiresAt: null,
    conflictToldAt: null,
    baySince: null,
    createdAt: tx.at,
    madeBy: 'user:x',
    ...change,
  })
}

/** Opens the payment of a booking or a stay. */
export async function owe(
  tx: Transaction,
  id: string,
  subject: { bookingId?: string; stayId?: string },
  grossMinor: number,
  discountMinor = 0,
): Promise<void> {
  await tx.insertPayment({
    id,
    bookingId: subject.bookingId ?? null,
    stayId: subject.stayId ?? null,
    quoteId: null,
    state: 'due',
    grossMinor,
    discountMinor,
    paidMinor: 0,
    refundedMinor: 0,
    ...CURRENCY,
    provider: 'counter',
    expiresAt: null,
    createdAt: tx.at,
  })
}

let tenders = 0

/** Hands money over, as the services do: tender, payment, and the line of the trail. */
export async function hand(
  tx: Transaction,
  paymentId: string,
  amountMinor: number,
  { kind = 'payment', method = 'cash', shiftId = null as string | null } = {},
): Promise<void> {
  const id = `t${(tenders += 1)}`
  const row = { id, paymentId, kind, method, amountMinor, ...CURRENCY, shiftId, at: tx.at, recordedBy: 'user:x' }
  await tx.insertTender({
    ...row,
    receivedMinor: null,
    changeMinor: null,
    reference: null,
    reason: kind === 'refund' ? 'car was scratched' : null,
  } as Parameters<Transaction['insertTender']>[0])
  const payment = (await tx.payment(paymentId))!
  const [paidMinor, refundedMinor] =
    kind === 'refund'
      ? [payment.paidMinor, payment.refundedMinor + amountMinor]
      : [payment.paidMinor + amountMinor, payment.refundedMinor]
  await tx.updatePayment(paymentId, { paidMinor, refundedMinor })
  const data = { tender: id, method, amount_minor: amountMinor, shift: shiftId }
  const what = kind === 'refund' ? 'payment.refunded' : 'payment.recorded'
  await tx.appendEvent({ at: tx.at, kind: what, subject: paymentId, actor: 'user:x', data })
}

/** Issues a receipt (R) or a credit note (C). */
export async function issue(
  tx: Transaction,
  series: 'R' | 'C',
  paymentId: string,
  totalMinor: number,
  shiftId: string | null = null,
): Promise<void> {
  const number = await tx.nextReceiptNumber(series)
  const tax = Math.round((totalMinor * 18) / 118)
  const row = { series, number, paymentId, creditsNumber: series === 'C' ? 1 : null, issuedAt: tx.at, shiftId }
  const document = JSON.stringify({ tax: { amount_minor: tax, net_minor: totalMinor - tax } })
  await tx.insertReceipt({
    ...row,
    totalMinor,
    ...CURRENCY,
    plate: 'KL1',
    verifyCode: `${series}${number}`,
    document,
    prints: 0,
  })
  const label = `${series}-${String(number).padStart(6, '0')}`
  const kind = series === 'R' ? 'receipt.issued' : 'receipt.credited'
  await tx.appendEvent({
    at: tx.at,
    kind,
    subject: label,
    actor: 'user:x',
    data: { payment: paymentId, amount_minor: totalMinor },
  })
}

export const at = (iso: string) => Date.parse(iso)
