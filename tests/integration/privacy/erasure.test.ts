import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditVerification } from '../../../src-shared/api/audit-schemas.ts'
import type { ClockState } from '../../../src-shared/api/fields.ts'
import { Erasure } from '../../../src-server/privacy/erasure.ts'
import { choosePin, pass, PIN } from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { balance } from '../money/books.ts'
import { startHistory, stay, type History } from '../reports/history.ts'
import { must, PLANTED, serveCustomers } from './planted-customers.ts'

const DAY = 86_400_000

describe('a customer’s plate and number', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
    await serveCustomers(still)
  })
  afterEach(() => still.stop())

  /** All files of the store as they are on the disk, log included. */
  function bytes(): string {
    const files = readdirSync(still.dataDir).filter((name) => name.startsWith('kerbside.sqlite'))
    return files.map((name) => readFileSync(join(still.dataDir, name), 'latin1')).join('\n')
  }
  const left = (what: readonly string[]) => what.filter((one) => bytes().includes(one))

  async function passDays(days: number): Promise<void> {
    await pass(still, days * DAY)
    // One write after another follows, each of which comes back by way of the event loop.
    for (let minute = 0; minute < 3; minute += 1) {
      still.world.advance(60_000)
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }
  const erasedLines = () =>
    still.look((db) => db.prepare<[], string>("SELECT data FROM event WHERE kind = 'privacy.erased'").pluck().all())

  it('stay as long as the setting says', async () => {
    await passDays(88)
    expect(left(PLANTED.unpaid)).toEqual(PLANTED.unpaid)
    expect(left(PLANTED.phones)).toEqual(PLANTED.phones)
    expect(erasedLines()).toEqual([])
  })

  it('are in no file of the store once their time is over, but for plates on receipts; the books and the trail stand', async () => {
    await passDays(92)
    expect(left([...PLANTED.phones, ...PLANTED.unpaid, PLANTED.holder])).toEqual([])
    const receipts = still.look((db) =>
      db.prepare<[], string>('SELECT plate FROM receipt ORDER BY number').pluck().all(),
    )
    expect(receipts).toEqual(PLANTED.paid)
    const elsewhere = still.look((db) =>
      ['booking', 'stay', 'waitlist', 'permit'].map(
        (table) => db.prepare(`SELECT count(*) FROM ${table} WHERE plate <> ''`).pluck().get() as number,
      ),
    )
    expect(elsewhere).toEqual([0, 0, 0, 0])
    expect(still.look((db) => db.prepare('SELECT count(*) FROM event_personal').pluck().get())).toBe(0)
    expect(still.look(balance)).toEqual([])

    await must(still.owner.post('/api/v1/audit/verification'))
    let verification: AuditVerification
    do verification = await must<AuditVerification>(still.owner.get('/api/v1/audit/verification'))
    while (verification.state === 'running')
    expect(verification).toMatchObject({ state: 'done', first_broken_seq: null, fault_count: 0 })
    expect(verification.heads.checked).toBeGreaterThan(0)
  })

  it('leave a line of the trail behind that counts them', async () => {
    await passDays(92)
    const [line] = erasedLines()
    expect(JSON.parse(line ?? '{}')).toMatchObject({ bookings: 3, stays: 3, waitlist: 1, permits: 1 })
  })

  it('can still be given money back: the credit note has the plate of its receipt', async () => {
    await passDays(92)
    await choosePin(still)
    const paymentId =
      still.look((db) => db.prepare<[], string>('SELECT payment_id FROM receipt ORDER BY number').pluck().get()) ?? ''
    await must(
      still.owner.post(`/api/v1/payments/${paymentId}/refunds`, { method: 'cash', reason: 'late complaint', pin: PIN }),
    )
    const note = still.look((db) =>
      db.prepare<[], string>("SELECT document ->> '$.plate' FROM receipt WHERE series = 'C'").pluck().all(),
    )
    expect(note).toEqual([PLANTED.paid[0]])
  })

  it('are read as erased by whoever looks at an old line', async () => {
    await passDays(92)
    const { events } = await must<{ events: { kind: string; data: object; personal_erased: boolean }[] }>(
      still.owner.get('/api/v1/audit/events?from=2025-12-05&to=2025-12-05&group=cars'),
    )
    const entered = events.find(({ kind }) => kind === 'stay.entered')
    expect(entered?.personal_erased).toBe(true)
    expect(Object.keys(entered?.data ?? {})).not.toContain('personal')
  })
})

describe('the erasure', () => {
  let history: History
  let state: ClockState
  const enteredAt = Date.parse('2025-01-02T06:00:00Z')
  beforeEach(async () => {
    history = await startHistory()
    state = 'trusted'
    await history.write('2025-01-02T08:00:00Z', async (tx) => {
      for (let car = 0; car < 250; car += 1) {
        await stay(tx, `${car}`, 'A1', {
          enteredAt: enteredAt + car,
          exitedAt: enteredAt + 1000 + car,
          phone: '+91900',
        })
      }
      await stay(tx, 'parked', 'A2', { enteredAt, exitedAt: null })
    })
  })
  afterEach(() => history.close())

  async function run(now: string, erasure: Erasure = fresh(now)): Promise<Erasure> {
    history.setNow(now)
    erasure.onSecond(0)
    await new Promise((resume) => setTimeout(resume, 300))
    return erasure
  }
  function fresh(_now: string): Erasure {
    const clock = {
      now: () => Date.parse(_now),
      epoch: 1,
      commitStamp: () => 1,
      get state() {
        return state
      },
    }
    return new Erasure({ store: history.store, clock, onError: (error) => expect.fail(String(error)) })
  }
  const plates = () => count("SELECT count(*) FROM stay WHERE plate <> ''")
  const phones = () => count('SELECT count(*) FROM stay WHERE phone IS NOT NULL')
  function count(sql: string): number {
    let found = 0
    history.tamper((db) => (found = db.prepare(sql).pluck().get() as number))
    return found
  }

  it('does its work in small writes, each with its line, and leaves cars that are still there', async () => {
    await run('2025-06-01T06:00:00Z')
    expect([plates(), phones()]).toEqual([1, 0])
    expect(count("SELECT count(*) FROM event WHERE kind = 'privacy.erased'")).toBe(3)
  })

  it.each<ClockState>(['rollback', 'forward_suspect'])('does nothing while the clock is in %s', async (untrusted) => {
    state = untrusted
    const erasure = await run('2025-06-01T06:00:00Z')
    expect([plates(), phones()]).toEqual([251, 250])
    state = 'trusted'
    await run('2025-06-01T06:01:00Z', erasure)
    expect([plates(), phones()]).toEqual([1, 0])
  })

  it('waits for the night', async () => {
    // Half past one in the morning, on the site's clock.
    await run('2025-05-31T20:00:00Z')
    expect(plates()).toBe(251)
  })

  it('counts plates and numbers each by their own time, and does so at once when it is made shorter', async () => {
    await history.write('2025-01-02T09:00:00Z', (tx) => tx.updateSite({ plateDays: 365, phoneDays: 30 }))
    const erasure = await run('2025-03-01T06:00:00Z')
    expect([plates(), phones()]).toEqual([251, 0])
    await history.write('2025-03-01T07:00:00Z', (tx) => tx.updateSite({ plateDays: 40 }))
    await run('2025-03-01T07:01:00Z', erasure)
    expect(plates()).toBe(1)
  })
})
