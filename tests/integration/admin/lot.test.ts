import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminBay, AdminLayout, AdminService } from '../../../src-shared/api/admin-schemas.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { choosePin, PIN, read, trail } from './admin-world.ts'

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
  await choosePin(still)
})
afterEach(() => still.stop())

const bays = async () => (await read<{ bays: AdminBay[] }>(still.owner, '/api/v1/admin/bays')).bays
const bayOf = async (label: string) => (await bays()).find((bay) => bay.label === label)!
const patch = (bay: AdminBay, change: object) =>
  still.owner.send('PATCH', `/api/v1/admin/bays/${bay.id}`, { version: bay.version, ...change })

describe('bays', () => {
  it('are added in a run, after those that are there, all or none', async () => {
    const labels = ['G01', 'G02', 'G03']
    const done = await still.owner.post('/api/v1/admin/bays', { kind: 'bay', bay_class: 'ev', labels })
    expect(done.status).toBe(201)
    expect((await bays()).filter(({ bay_class: name }) => name === 'ev').map(({ label }) => label)).toEqual([
      'E01',
      'E02',
      ...labels,
    ])
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({
      bay_classes: expect.arrayContaining([{ bay_class: 'ev', count: 5 }]) as unknown,
    })
    const again = await still.owner.post('/api/v1/admin/bays', { kind: 'bay', bay_class: 'ev', labels: ['G04', 'g01'] })
    expect([again.code, (again.json() as { names: string[] }).names]).toEqual(['name_taken', ['g01']])
    const twice = await still.owner.post('/api/v1/admin/bays', { kind: 'wash_bay', labels: ['W9', 'W9'] })
    expect(twice.code).toBe('name_taken')
    expect(await bays()).toHaveLength(45)
  })

  it('are renamed, given another class, and audited', async () => {
    const bay = await bayOf('A01')
    expect((await patch(bay, { label: 'X1', bay_class: 'suv' })).json()).toMatchObject({
      label: 'X1',
      bay_class: 'suv',
    })
    expect((await patch(bay, { label: 'X2' })).code).toBe('changed_meanwhile')
    expect((await patch(await bayOf('A02'), { label: 'x1' })).code).toBe('name_taken')
    expect((await patch(await bayOf('W1'), { bay_class: 'car' })).code).toBe('invalid_request')
    expect(trail(still, 'bay.changed').map(({ data }) => (data as { before: string }).before)).toEqual([
      '{"label":"A01","bay_class":"car"}',
    ])
  })

  it('retire and come back; a retired one is not let', async () => {
    const bay = await bayOf('W2')
    const retired = (await patch(bay, { active: false })).json() as AdminBay
    expect(retired.active).toBe(false)
    await book(still.visitor, '2025-12-05T15:00:00+05:30')
    expect((await book(still.visitor, '2025-12-05T15:00:00+05:30')).code).toBe('slot_taken')
    expect((await patch(retired, { active: true })).status).toBe(200)
    expect((await book(still.visitor, '2025-12-05T15:00:00+05:30')).status).toBe(201)
  })

  it('that somebody has or will have stay, and it is said who', async () => {
    const booked = (await book(still.visitor, '2025-12-08T15:00:00+05:30')).json() as {
      id: string
      reference: string
      resource: { label: string }
    }
    const bay = await bayOf(booked.resource.label)
    const refused = await patch(bay, { active: false })
    expect(refused.code).toBe('bay_in_use')
    expect(refused.json()).toMatchObject({ uses: [{ state: 'held', name: booked.reference }] })
    expect((await patch(bay, { label: 'Wash one' })).status).toBe(200)
    await still.owner.post(`/api/v1/bookings/${booked.id}/cancel`)
    expect((await patch(await bayOf('Wash one'), { active: false })).status).toBe(200)
  })
})

describe('the plan of the lot', () => {
  const get = () => read<AdminLayout>(still.owner, '/api/v1/lot/layout')
  const put = (version: string, layout: object) => still.owner.send('PUT', '/api/v1/lot/layout', { version, layout })

  it('is made from the bays until somebody draws it', async () => {
    const made = await get()
    expect([made.drawn, made.layout.bays.length]).toEqual([false, 42])
    const drawn = await put(made.version, made.layout)
    expect(drawn.json()).toMatchObject({ drawn: true, layout: { width: made.layout.width } })
    const { layout } = await get()
    expect(new Set(layout.bays)).toEqual(new Set(made.layout.bays))
    expect(layout.features).toEqual(made.layout.features)
    expect((await bayOf('A01')).placed).toBe(true)
    expect(trail(still, 'lot.drawn')[0]?.data).toMatchObject({ laid: 42 })
  })

  it('leaves out a retired bay, and takes one that lies nowhere', async () => {
    const made = await get()
    await put(made.version, { ...made.layout, bays: made.layout.bays.slice(1) })
    const { layout, version } = await get()
    expect(layout.bays).toHaveLength(41)
    await put(version, made.layout)
    await patch(await bayOf('A05'), { active: false })
    expect((await get()).layout.bays).toHaveLength(41)
  })

  it('is not drawn over unawares', async () => {
    const { version, layout } = await get()
    await put(version, { ...layout, width: layout.width + 10 })
    expect((await put(version, layout)).code).toBe('changed_meanwhile')
  })

  it.each([
    ['overlap', (one: { x: number }, other: { x: number }) => ({ ...one, x: other.x })],
    ['outside', (one: { x: number }) => ({ ...one, x: 19_000 })],
    ['such bay', (one: { x: number }) => ({ ...one, id: 'nobody' })],
  ])('is refused with what is wrong: %s', async (word, bend) => {
    const { version, layout } = await get()
    const [one, other, ...rest] = layout.bays as [never, never]
    const answer = await put(version, { ...layout, bays: [bend(one, other), other, ...rest] })
    expect(answer.code).toBe('invalid_request')
    expect(answer.text).toContain(word)
    expect((await get()).drawn).toBe(false)
  })

  it('of two thousand bays is small enough to send', async () => {
    const { version } = await get()
    const far = Array.from({ length: 2000 }, (_, index) => ({
      id: `${String(index).padStart(4, '0')}-aaaaaaaaaaaaaaaaa`,
      x: 10_000 + index,
      y: 10_000,
      width: 1,
      height: 1000,
      rotation: 180,
    }))
    const answer = await put(version, { width: 20_000, height: 20_000, bays: far, features: [] })
    expect(answer.code).toBe('invalid_request')
  })
})

describe('wash services', () => {
  const list = async () => (await read<{ services: AdminService[] }>(still.owner, '/api/v1/admin/services')).services
  const wax = { name: 'Wax', description: 'By hand.', duration_minutes: 60, cleanup_minutes: 10, price_minor: 90_000 }
  const change = (service: AdminService, body: object) =>
    still.owner.send('PATCH', `/api/v1/admin/services/${service.id}`, { version: service.version, ...body })

  it('are added behind the PIN, and offered at once', async () => {
    expect((await still.owner.post('/api/v1/admin/services', { ...wax, pin: '1111' })).code).toBe('wrong_pin')
    expect((await still.owner.post('/api/v1/admin/services', { ...wax, pin: PIN })).status).toBe(201)
    expect((await still.owner.post('/api/v1/admin/services', { ...wax, name: 'WAX', pin: PIN })).code).toBe(
      'name_taken',
    )
    const site = await read<{ wash_services: { name: string }[] }>(still.visitor, '/api/v1/site')
    expect(site.wash_services.map(({ name }) => name)).toEqual(['Exterior', 'Interior', 'Full', 'Wax'])
    expect(trail(still, 'service.added')[0]?.data).toMatchObject({ price_minor: 90_000, currency: 'INR' })
  })

  it('change their price for new bookings only', async () => {
    const held = (await book(still.visitor, '2025-12-08T15:00:00+05:30')).json() as { id: string }
    const [exterior] = (await list()) as [AdminService]
    expect((await change(exterior, { price_minor: 30_000 })).code).toBe('pin_needed')
    expect((await change(exterior, { price_minor: 30_000, pin: PIN })).status).toBe(200)
    expect((await change(exterior, { name: 'Outside' })).code).toBe('changed_meanwhile')
    expect((await still.owner.get(`/api/v1/bookings/${held.id}`)).json()).toMatchObject({
      price: { amount_minor: 25_000 },
    })
    expect((await book(still.visitor, '2025-12-08T16:00:00+05:30')).json()).toMatchObject({
      price: { amount_minor: 30_000 },
    })
  })

  it('that are retired cannot be booked, and what is booked stays', async () => {
    const held = (await book(still.visitor, '2025-12-08T15:00:00+05:30')).json() as { id: string }
    const [exterior] = (await list()) as [AdminService]
    const retired = (await change(exterior, { active: false })).json() as AdminService
    expect((await book(still.visitor, '2025-12-08T16:00:00+05:30')).status).toBeGreaterThanOrEqual(400)
    expect((await still.owner.get(`/api/v1/bookings/${held.id}`)).json()).toMatchObject({ state: 'held' })
    expect((await change(retired, { active: true })).status).toBe(200)
    expect((await book(still.visitor, '2025-12-08T16:00:00+05:30')).status).toBe(201)
  })
})

it('nothing of it is an attendant’s to see', async () => {
  const demo = await startStillServer({ site: 'demo' })
  const attendant = await signIn(demo, { username: 'attendant', password: 'harbour-attendant' })
  for (const path of ['site', 'opening-hours', 'closures', 'bays', 'services', 'users', 'settings']) {
    expect((await attendant.get(`/api/v1/admin/${path}`)).code).toBe('forbidden')
  }
  await demo.stop()
})
