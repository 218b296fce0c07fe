import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { writeLotCsv } from '../../../src-shared/lot/lot-csv.ts'
import type { ListedBay, LotList, LotListRead } from '../../../src-shared/lot/lot-list.ts'
import { readLotCsv } from '../../../src-shared/lot/read-lot-csv.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { read, trail } from './admin-world.ts'

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

const get = () => read<LotListRead>(still.owner, '/api/v1/admin/lot')
const put = (version: string, lot: LotList) => still.owner.send('PUT', '/api/v1/admin/lot', { version, lot })
const bayOf = async (label: string) =>
  (await read<{ bays: AdminBay[] }>(still.owner, '/api/v1/admin/bays')).bays.find((bay) => bay.label === label)
const car = (label: string, place: ListedBay['place'] = null): ListedBay => ({ label, bay_class: 'car', place })
const wash = (label: string): ListedBay => ({ label, bay_class: 'wash', place: null })

describe('a lot as a list', () => {
  it('comes back as it went: undrawn and drawn, by way of a file', async () => {
    const first = await get()
    expect([first.lot.bays.length, first.lot.plan]).toEqual([42, null])
    expect((await put(first.version, first.lot)).json()).toEqual(first)

    const made = await read<{ version: string; layout: object }>(still.owner, '/api/v1/lot/layout')
    await still.owner.send('PUT', '/api/v1/lot/layout', { version: made.version, layout: made.layout })
    const drawn = await get()
    expect(drawn.lot.plan?.features.length).toBeGreaterThan(0)
    const file = readLotCsv(writeLotCsv(drawn.lot))
    const lot = file.is === 'read' ? file.lot : undefined
    expect(lot).toEqual(drawn.lot)
    expect((await put(drawn.version, lot!)).json()).toEqual(drawn)
    expect(trail(still, 'lot.imported').at(-1)?.data).toMatchObject({ added: '', changed: '', retired: '' })
  })

  it('adds, changes and retires in one step, and brings a retired bay back as the same one', async () => {
    const before = await bayOf('A02')
    const { version, lot } = await get()
    const place = { x: 0, y: 0, width: 25, height: 50, rotation: 0 } as const
    const next = await put(version, {
      bays: [{ ...car('a02'), bay_class: 'ev' }, car('Z1', place), ...lot.bays.filter(({ label }) => label === 'W1')],
      plan: { width: 100, height: 100, features: [] },
    })
    expect(next.status).toBe(200)
    expect(await bayOf('a02')).toMatchObject({ id: before!.id, bay_class: 'ev', position: 1 })
    expect(await bayOf('A01')).toMatchObject({ active: false, placed: false })
    expect(await bayOf('Z1')).toMatchObject({ placed: true, position: 2 })
    const back = await put((next.json() as LotListRead).version, { bays: [car('A01'), wash('W1')], plan: null })
    expect(back.status).toBe(200)
    expect(await bayOf('A01')).toMatchObject({ active: true, position: 1 })
  })

  it('is taken whole or not at all, and says what is in the way', async () => {
    const { version, lot } = await get()
    const refusals: readonly (readonly [LotList, string])[] = [
      [{ bays: [car('A01'), car('a01')], plan: null }, 'name_taken'],
      [{ bays: [car('A01', { x: 0, y: 0, width: 1, height: 1, rotation: 0 })], plan: null }, 'invalid_request'],
      [
        {
          bays: ['N1', 'N2'].map((label) => car(label, { x: 0, y: 0, width: 9, height: 9, rotation: 0 })),
          plan: { width: 100, height: 100, features: [] },
        },
        'invalid_request',
      ],
      [{ bays: [car('N1'), car('W1')], plan: null }, 'invalid_request'],
    ]
    for (const [wrong, code] of refusals) expect((await put(version, wrong)).code).toBe(code)
    expect((await put('nobody_saw_this_', lot)).code).toBe('changed_meanwhile')

    const booked = (await book(still.visitor, '2025-12-08T15:00:00+05:30')).json() as { resource: { label: string } }
    const without = lot.bays.filter(({ label }) => label !== booked.resource.label)
    expect((await put(version, { bays: [car('N1'), ...without], plan: null })).code).toBe('bay_in_use')
    expect(await get()).toEqual({ version, lot })
    expect(await bayOf('N1')).toBeUndefined()
  })
})
