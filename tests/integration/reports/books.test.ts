import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Transaction } from '../../../src-server/store/store.ts'
import type { AuditVerification } from '../../../src-shared/api/audit-schemas.ts'
import { accepted, booking, hand, issue, owe, startHistory, stay, type History } from './history.ts'

const DAY = '2025-06-02'

async function shift(tx: Transaction, id: string, number: number): Promise<void> {
  const none = { closedAt: null, closedBy: null, countedMinor: null, expectedMinor: null, report: null }
  await tx.insertShift({ id, number, state: 'open', openedAt: tx.at, openedBy: 'user:x', floatMinor: 0, ...none })
}

async function close(tx: Transaction, id: string, takings: number, counted: number): Promise<void> {
  const report = {
    number: 1,
    currency: 'INR',
    opened_at: '2025-06-01T08:00:00+05:30',
    opened_by: 'Meera',
    closed_at: '2025-06-02T12:00:00+05:30',
    closed_by: 'Meera',
    handed_over_to: null,
    float_minor: 0,
    by_method: [],
    takings_minor: takings,
    discounts_minor: 0,
    cash_in_minor: 0,
    cash_out_minor: 0,
    drawer_opens: 0,
    expected_minor: takings,
    counted_minor: counted,
    variance_minor: counted - takings,
    first_receipt: null,
    last_receipt: null,
    receipts: 0,
    credit_notes: 0,
  }
  const closing = { closedAt: tx.at, closedBy: 'user:x', countedMinor: counted, expectedMinor: takings }
  await tx.closeShift(id, { ...closing, report: JSON.stringify(report) })
}

/** A shift over midnight, a price in two parts, a refund, late money, and the shift after it. */
async function liveADay(history: History): Promise<void> {
  await history.write('2025-06-01T22:00:00+05:30', async (tx) => {
    await shift(tx, 'one', 1)
    for (const id of ['a', 'b', 'c']) await booking(tx, id, {})
    await owe(tx, 'pa', { bookingId: 'a' }, 10_000)
    await hand(tx, 'pa', 3000, { shiftId: 'one' })
  })
  await history.write('2025-06-02T09:00:00+05:30', async (tx) => {
    await hand(tx, 'pa', 7000, { shiftId: 'one', method: 'card' })
    await issue(tx, 'R', 'pa', 10_000, 'one')
  })
  await history.write('2025-06-02T10:00:00+05:30', async (tx) => {
    await hand(tx, 'pa', 2500, { kind: 'refund', shiftId: 'one' })
    await issue(tx, 'C', 'pa', 2500, 'one')
    await close(tx, 'one', 7500, 7400)
    await shift(tx, 'two', 2)
    await owe(tx, 'pb', { bookingId: 'b' }, 5000)
    await hand(tx, 'pb', 1234, { shiftId: 'two' })
  })
  history.setNow('2025-06-02T20:00:00+05:30')
}

describe('the books of a day', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory()
    await liveADay(history)
  })
  afterEach(() => history.close())

  it('agree to the minor unit, over midnight, with parts that have no receipt yet', async () => {
    const { reconciliation } = await history.report(DAY)
    expect(reconciliation).toEqual({
      agrees: true,
      takings_minor: 7000 - 2500 + 1234,
      receipts: {
        receipts_minor: 10_000,
        credit_notes_minor: 2500,
        // The part of yesterday has its receipt now; the part of today has none yet.
        without_receipt_minor: 1234 - 3000,
        total_minor: 5734,
        difference_minor: 0,
        payments: [],
      },
      shifts: {
        z_reports: 1,
        z_reports_minor: 7500,
        outside_minor: 3000,
        open_shift_minor: 1234,
        without_shift_minor: 0,
        total_minor: 5734,
        difference_minor: 0,
        shifts: [],
      },
      audit_trail: { total_minor: 5734, difference_minor: 0 },
    })
    const before = (await history.report('2025-06-01')).reconciliation
    expect(before).toMatchObject({ agrees: true, takings_minor: 3000, receipts: { without_receipt_minor: 3000 } })
    expect((await history.report('2025-06-01', DAY)).reconciliation).toMatchObject({
      agrees: true,
      takings_minor: 8734,
    })
  })

  it('name the payment whose receipt is over another amount', async () => {
    history.tamper((db) => {
      db.exec('DROP TRIGGER receipt_is_never_changed')
      db.exec("UPDATE receipt SET total_minor = total_minor - 1 WHERE series = 'R'")
    })
    const { reconciliation } = await history.report(DAY)
    expect(reconciliation).toMatchObject({
      agrees: false,
      receipts: { difference_minor: 1, payments: [{ payment_id: 'pa', difference_minor: 1 }] },
      shifts: { difference_minor: 0 },
    })
  })

  it('name the shift whose tenders are not what its Z report says', async () => {
    history.tamper((db) => {
      db.exec('DROP TRIGGER tender_is_never_changed')
      db.exec('UPDATE tender SET amount_minor = 7001 WHERE amount_minor = 7000')
    })
    const { reconciliation } = await history.report(DAY)
    expect(reconciliation).toMatchObject({
      agrees: false,
      shifts: { difference_minor: 1, shifts: [{ shift_id: 'one', difference_minor: 1 }] },
      audit_trail: { difference_minor: 1 },
    })
  })

  it('hold two differences against each other that cancel out', async () => {
    history.tamper((db) => {
      db.exec('DROP TRIGGER receipt_is_never_changed')
      db.exec("UPDATE receipt SET total_minor = total_minor - 1 WHERE series = 'R'")
      db.exec(
        "INSERT INTO receipt SELECT 'R', 2, 'pb', NULL, issued_at, shift_id, 1235, currency, plate, 'x', document, 0 FROM receipt WHERE number = 1 AND series = 'R'",
      )
    })
    const { receipts, agrees } = (await history.report(DAY)).reconciliation
    expect(receipts.difference_minor).toBe(0)
    expect(agrees).toBe(false)
    expect(receipts.payments).toHaveLength(2)
  })
})

describe('what is out of the ordinary', () => {
  it('is told with who, what, how much and why', async () => {
    const history = await startHistory()
    await liveADay(history)
    await history.write('2025-06-02T14:00:00+05:30', async (tx) => {
      const HOUR = 3_600_000
      const left = { enteredAt: tx.at - 5 * HOUR, exitedAt: tx.at }
      await stay(tx, 'nil', 'A1', left)
      await stay(tx, 'grace', 'A1', { enteredAt: tx.at - 600_000, exitedAt: tx.at })
      await stay(tx, 'paid', 'A1', { ...left, lostTicket: true })
      await owe(tx, 'pp', { stayId: 'paid' }, 100)
      await hand(tx, 'pp', 100)
      await tx.insertPermit({
        id: 'pm',
        plate: 'K',
        holder: 'K',
        bayClass: null,
        validFrom: 0,
        validTo: 1,
        revokedAt: null,
        revokedReason: null,
      })
      await stay(tx, 'permit', 'A1', { ...left, permitId: 'pm' })
      await stay(tx, 'void', 'B1', { ...left, exitedAt: null, state: 'voided' })
      const event = { at: tx.at, actor: 'user:x' }
      await tx.appendEvent({ ...event, kind: 'stay.voided', subject: 'void', data: { reason: 'drove through' } })
      await tx.appendEvent({
        ...event,
        kind: 'clock.stepped',
        subject: 'clock',
        actor: 'clock',
        data: { reason: null },
      })
      await tx.appendEvent({ ...event, kind: 'clock.started', subject: 'clock', actor: 'clock', data: {} })
      const move = { shiftId: 'two', at: tx.at, recordedBy: 'user:x' }
      await tx.insertCashMove({ ...move, id: 'm1', kind: 'drawer_open', amountMinor: 0, reason: 'change' })
      await tx.insertCashMove({ ...move, id: 'm2', kind: 'out', amountMinor: 500, reason: 'tea' })
      await owe(tx, 'pc', { bookingId: 'c' }, 25_000, 25_000)
      await tx.insertDiscount({
        id: 'd',
        paymentId: 'pc',
        kind: 'percent_bps',
        value: 10_000,
        amountMinor: 25_000,
        reason: 'friend',
        at: tx.at,
        givenBy: 'user:x',
      })
      await issue(tx, 'R', 'pc', 0)
    })
    history.setNow('2025-06-02T20:00:00+05:30')
    const { exceptions, shortened } = accepted(await history.reports.exceptions({ from: DAY, to: DAY }))
    const told = exceptions.map(({ kind, who, amount, reason, label }) => [
      kind,
      who,
      amount?.amount_minor ?? null,
      reason,
      label,
    ])
    expect(new Set(told.map(String))).toEqual(
      new Set(
        [
          ['clock', 'clock', null, null, null],
          ['cash_move', 'Meera', -500, 'tea', '2'],
          ['drawer_open', 'Meera', null, 'change', '2'],
          ['discount', 'Meera', 25_000, 'friend', 'W-c'],
          ['nil_booking', 'Meera', 0, 'friend', 'W-c'],
          ['lost_ticket', 'Meera', 100, null, 'P-paid'],
          ['nil_exit', 'Meera', 0, null, 'P-nil'],
          ['refund', 'Meera', 2500, 'car was scratched', 'W-a'],
          ['variance', 'Meera', -100, null, '1'],
          ['void', 'Meera', null, 'drove through', 'P-void'],
        ].map(String),
      ),
    )
    expect(told).toHaveLength(10)
    expect(shortened).toBe(false)
    await history.close()
  })
})

describe('the verification of the audit trail', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory()
    await liveADay(history)
  })
  afterEach(() => history.close())

  async function verified(): Promise<AuditVerification> {
    expect(history.audit.verify().state).toBe('running')
    for (;;) {
      const found = history.audit.verification()
      if (found.state !== 'running') return found
      await new Promise<void>((resume) => setImmediate(resume))
    }
  }

  it('finds nothing where nothing was changed', async () => {
    expect(history.audit.verification()).toMatchObject({ state: 'never', checked: 0 })
    const found = await verified()
    expect(found).toMatchObject({ state: 'done', first_broken_seq: null, faults: [], fault_count: 0 })
    expect(found.checked).toBe(found.total)
    expect(found.total).toBe(6)
    expect(found.amounts_checked).toBe(6)
  })

  it('gives others a turn on its way through a long trail', async () => {
    await history.write('2025-06-03T09:00:00+05:30', async (tx) => {
      for (let line = 0; line < 3000; line += 1) {
        await tx.appendEvent({ at: tx.at, kind: 'session.opened', subject: 's', actor: 'user:x', data: { line } })
      }
    })
    const seen: number[] = []
    history.audit.verify()
    while (history.audit.verification().state === 'running') {
      await new Promise<void>((resume) => setImmediate(resume))
      seen.push(history.audit.verification().checked)
    }
    expect(new Set(seen).size).toBeGreaterThan(4)
    expect(seen.at(-1)).toBe(3006)
  })

  it.each([
    ['another amount in a line', `UPDATE event SET data = replace(data, '3000', '2000') WHERE seq = 1`, 1],
    ['another time of a line', 'UPDATE event SET at = at - 1 WHERE seq = 3', 3],
    ['a line that is gone', 'DELETE FROM event WHERE seq = 4', 4],
    ['a line that was put in its place', `UPDATE event SET actor = 'user:y' WHERE seq = 6`, 6],
  ])('finds %s', async (_, sql, seq) => {
    history.tamper((db) => {
      db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted')
      db.exec(sql)
    })
    expect(await verified()).toMatchObject({ state: 'done', first_broken_seq: seq })
  })

  it.each([
    ['tender_differs', 'UPDATE tender SET amount_minor = 3001 WHERE amount_minor = 3000'],
    ['tender_differs', `UPDATE tender SET method = 'upi' WHERE amount_minor = 7000`],
    ['tender_missing', 'DELETE FROM tender WHERE amount_minor = 1234'],
    ['receipt_differs', `UPDATE receipt SET total_minor = 9999 WHERE series = 'R'`],
    ['receipt_missing', `DELETE FROM receipt WHERE series = 'C'`],
    ['payment_unbalanced', `UPDATE payment SET paid_minor = 9999 WHERE id = 'pa'`],
    [
      'tender_untold',
      `INSERT INTO tender SELECT 'extra', payment_id, kind, method, 5, currency, NULL, NULL, NULL, NULL, NULL, at, recorded_by FROM tender LIMIT 1`,
    ],
  ])('finds %s, though the chain itself is whole', async (what, sql) => {
    history.tamper((db) => {
      for (const name of [
        'tender_is_never_changed',
        'tender_is_never_deleted',
        'receipt_is_never_changed',
        'receipt_is_never_deleted',
      ]) {
        db.exec(`DROP TRIGGER ${name}`)
      }
      db.exec(sql)
    })
    const found = await verified()
    expect(found.first_broken_seq).toBeNull()
    expect(found.faults.map((fault) => fault.what)).toContain(what)
  })

  it('lists lines by part, person, subject, words and page', async () => {
    const list = async (query: object) =>
      accepted(await history.audit.events({ from: '2025-06-01', to: DAY, ...query }))
    expect((await list({})).events.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1])
    expect((await list({})).events[0]).toMatchObject({ who: 'Meera', data: { amount_minor: 1234 } })
    expect((await list({ subject: 'pb' })).events.map(({ seq }) => seq)).toEqual([6])
    expect((await list({ q: 'R-0000' })).events.map(({ kind }) => kind)).toEqual(['receipt.issued'])
    expect((await list({ group: 'clock' })).events).toEqual([])
    expect((await list({ group: 'money', actor: 'user:x' })).events).toHaveLength(6)
    expect((await list({ actor: 'user:y' })).events).toEqual([])
    expect((await list({ from: DAY })).events.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2])
    expect((await list({ before: 3 })).events.map(({ seq }) => seq)).toEqual([2, 1])
    await history.write('2025-06-02T21:00:00+05:30', async (tx) => {
      for (let line = 0; line < 60; line += 1) {
        await tx.appendEvent({ at: tx.at, kind: 'user.pin_set', subject: 'x', actor: 'user:x', data: {} })
      }
    })
    const first = await list({ group: 'people' })
    expect(first.events).toHaveLength(50)
    const second = await list({ group: 'people', before: first.next_before })
    expect([second.events.length, second.next_before]).toEqual([10, null])
  })
})
