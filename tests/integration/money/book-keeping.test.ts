import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book, manage, type Held } from '../../support/wash.ts'
import { balance } from './books.ts'
import { asClosed, choosePin, Till } from './till.ts'

const OWNER = { username: 'owner', password: 'quay-lane-owner' }
const MINUTE = 60_000

/** A day at the counter, as a model plays it: what it has booked, and the server that it plays with. */
interface Play {
  still: StillServer
  owner: Caller
  till: Till
  readonly booked: Held[]
  readonly payments: string[]
}

interface Act {
  readonly name: string
  readonly run: (play: Play) => Promise<void>
}

const start = (slot: number) => {
  const minutes = 9 * 60 + (slot % 20) * 30
  return `2025-12-08T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00+05:30`
}
function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)]
}

const anyMethod = fc.constantFrom('cash' as const, 'card' as const, 'upi' as const)
const anyIndex = fc.nat({ max: 30 })
const anyPart = fc.integer({ min: 1, max: 30_000 })

function act(name: string, run: Act['run']): Act {
  return { name, run }
}

const booking = fc.tuple(anyIndex, fc.constantFrom('exterior', 'interior', 'full')).map(([slot, service_id]) =>
  act(`book ${service_id} in slot ${slot}`, async ({ still, booked, payments }) => {
    const answer = await book(still.visitor, start(slot), { service_id })
    if (answer.status !== 201) return
    const held = answer.json() as Held
    booked.push(held)
    if ((await manage(still.visitor, held, 'confirm')).status === 200) payments.push(`pay-${held.id}`)
  }),
)
const paying = fc.tuple(anyIndex, anyMethod).map(([index, method]) =>
  act(`pay booking ${index} by ${method}`, async ({ till, booked }) => {
    const held = pick(booked, index)
    if (held !== undefined) await till.pay(held, { method }, `pay-${index}`)
  }),
)
const splitting = fc.tuple(anyIndex, anyMethod, anyPart).map(([index, method, part_minor]) =>
  act(`pay ${part_minor} of payment ${index} by ${method}`, async ({ till, payments }) => {
    const id = pick(payments, index)
    if (id !== undefined) await till.tender(id, { method, part_minor })
  }),
)
const discounting = fc.tuple(anyIndex, fc.integer({ min: 1, max: 12_000 })).map(([index, value]) =>
  act(`discount ${value} on payment ${index}`, async ({ till, payments }) => {
    const id = pick(payments, index)
    if (id !== undefined) await till.discount(id, value > 10_000 ? { off_minor: value } : { percent_bps: value })
  }),
)
const refunding = fc.tuple(anyIndex, anyMethod, fc.option(anyPart, { nil: undefined })).map(([index, method, part]) =>
  act(`refund ${part ?? 'all'} of payment ${index} by ${method}`, async ({ till, payments }) => {
    const id = pick(payments, index)
    const body = part === undefined ? { method } : { method, part_minor: part }
    if (id !== undefined) await till.refund(id, body)
  }),
)
const cancelling = anyIndex.map((index) =>
  act(`cancel booking ${index}`, async ({ still, booked }) => {
    const held = pick(booked, index)
    if (held !== undefined) await manage(still.visitor, held, 'cancel')
  }),
)
const comingLate = fc.tuple(anyIndex, anyMethod).map(([index, method]) =>
  act(`late money for booking ${index} by ${method}`, async ({ till, booked, payments }) => {
    const held = pick(booked, index)
    const answer = held && (await till.payLate(held, { method }))
    if (answer?.status === 201) payments.push((answer.json() as { payment: { id: string } }).payment.id)
  }),
)
const waiting = fc.integer({ min: 1, max: 20 }).map((minutes) =>
  act(`${minutes} minutes pass`, async ({ still }) => {
    still.world.slip(minutes * MINUTE)
  }),
)
const moving = fc.tuple(fc.constantFrom('in', 'out'), anyPart).map(([kind, moved_minor]) =>
  act(`cash ${kind} ${moved_minor}`, async ({ till }) => {
    await till.moveCash((await till.shift()).id, { kind, moved_minor })
  }),
)
const closing = fc.tuple(fc.boolean(), fc.nat({ max: 100_000 })).map(([handOver, counted]) =>
  act(handOver ? `hand over with ${counted}` : `close with ${counted} and open again`, async ({ owner, till }) => {
    const { id } = await till.shift()
    const { staff } = (await owner.get('/api/v1/staff-names')).json() as { staff: { id: string }[] }
    const closed = await till.close(id, counted, handOver ? { hand_over_to: staff[0]?.id } : {})
    if (asClosed(closed).next_shift === null) await till.openShift(counted)
  }),
)
const restarting = fc.constant(
  act('restart', async (play) => {
    const { dataDir, world } = play.still
    await play.still.halt()
    play.still = await startStillServer({ dataDir, world })
    play.owner = await signIn(play.still, OWNER)
    play.till = new Till(play.owner)
  }),
)

const anyAct = fc.oneof(
  { weight: 6, arbitrary: booking },
  { weight: 4, arbitrary: paying },
  { weight: 5, arbitrary: splitting },
  { weight: 3, arbitrary: discounting },
  { weight: 4, arbitrary: refunding },
  { weight: 2, arbitrary: cancelling },
  { weight: 4, arbitrary: comingLate },
  { weight: 3, arbitrary: waiting },
  { weight: 2, arbitrary: moving },
  { weight: 2, arbitrary: closing },
  { weight: 1, arbitrary: restarting },
)

describe('the books', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  it('balance to the paisa after any sequence of acts', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40 }), async (acts) => {
        const still = await startStillServer()
        folders.push(still.dataDir)
        await choosePin(still)
        const play: Play = { still, owner: still.owner, till: new Till(still.owner), booked: [], payments: [] }
        try {
          for (const { name, run } of acts) {
            await run(play)
            expect([name, play.still.look(balance)]).toEqual([name, []])
          }
        } finally {
          await play.still.halt()
        }
      }),
      { numRuns: 12 },
    )
  })

  it('are seen to be wrong when somebody changes them behind the server’s back', async () => {
    const still = await startStillServer()
    folders.push(still.dataDir)
    await choosePin(still)
    const till = new Till(still.owner)
    const held = (await book(still.visitor, start(1))).json() as Held
    await manage(still.visitor, held, 'confirm')
    await till.pay(held, { method: 'cash' })
    expect(still.look(balance)).toEqual([])
    still.plant('UPDATE payment SET paid_minor = paid_minor - 1')
    expect(still.look(balance).map(({ what }) => what)).toEqual([
      'payments',
      `paid of pay-${held.id}`,
      `charged of pay-${held.id}`,
    ])
    still.plant('UPDATE payment SET paid_minor = paid_minor + 1')
    still.plant('DROP TRIGGER tender_is_never_changed; UPDATE tender SET amount_minor = amount_minor + 1')
    expect(still.look(balance).map(({ what }) => what)).toEqual([
      'payments',
      'receipts less credit notes, and what has none',
      'the trail',
      `paid of pay-${held.id}`,
    ])
    await still.halt()
  })
})
