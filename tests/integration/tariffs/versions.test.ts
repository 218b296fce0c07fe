import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoTariff } from '../../../src-server/tariff/demo-tariff.ts'
import type { TariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import type { Caller } from '../../support/caller.ts'
import { NOON, OWNER, signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { choosePin, startClockWorld } from '../clock/clock-world.ts'
import { hourly, jumpTo, pathsOf, save, states, versions } from './tariff-calls.ts'

const MINUTE = 60_000

const DEMO_OWNER = { username: 'owner', password: 'harbour-owner' }

describe('versions of the tariff', () => {
  let still: StillServer
  let owner: Caller
  beforeEach(async () => {
    still = await startStillServer({ site: 'demo' })
    owner = await signIn(still, DEMO_OWNER)
  })
  afterEach(() => still.stop())

  const poster = async () =>
    ((await still.visitor.get('/api/v1/site')).json() as { tariff_summary: string[] }).tariff_summary
  const written = () => still.look((db) => db.prepare('SELECT count(*) FROM tariff_version').pluck().get())

  it('begins with one that is valid from the first, and the poster says it', async () => {
    const [first] = await versions(owner)
    expect(first).toMatchObject({ number: 1, state: 'in_force', valid_from: null, valid_until: null })
    expect(first?.plan).toEqual(demoTariff)
    expect((await poster())[0]).toBe('Car, Accessible, EV: ₹40 first hour, then ₹10 per 15 min, at most ₹250')
  })

  it('is in force at once when asked for now, and tells who made it', async () => {
    const answer = await save(owner, 'now', { name: ' Summer ' })
    expect(answer.status).toBe(201)
    expect(answer.json()).toMatchObject({
      number: 2,
      name: 'Summer',
      state: 'in_force',
      valid_from: NOON,
      created_at: NOON,
      created_by: 'Meera Pillai',
    })
    expect(await states(owner)).toEqual(['2 in_force', '1 past'])
    expect(await poster()).toEqual([
      'Car, Accessible, EV: ₹1 per hour',
      'SUV: ₹1 per hour',
      'Two-wheeler: ₹1 per hour',
      'Permit: ₹1 per hour',
    ])
    const { id } = answer.json() as TariffVersion
    expect((await owner.get(`/api/v1/tariffs/${id}`)).json()).toMatchObject({ number: 2, plan: hourly(100) })
  })

  it('takes over exactly at its instant, not a millisecond before', async () => {
    await save(owner, '2025-12-05T13:00:00.500+05:30')
    expect(await states(owner)).toEqual(['2 coming', '1 in_force'])
    still.world.advanceTo('2025-12-05T13:00:00.499+05:30')
    expect(await states(owner)).toEqual(['2 coming', '1 in_force'])
    expect((await poster())[0]).toContain('₹40 first hour')
    still.world.advance(1)
    expect(await states(owner)).toEqual(['2 in_force', '1 past'])
    expect((await poster())[0]).toContain('₹1 per hour')
    expect((await versions(owner))[1]?.valid_until).toBe('2025-12-05T13:00:00.5+05:30')
  })

  it('replaces a coming one by a later number at the same instant; an earlier one gives way to it', async () => {
    const newYear = '2026-01-01T00:00:00+05:30'
    await save(owner, newYear, { name: 'Second' })
    await save(owner, newYear, { name: 'Third' })
    await save(owner, '2025-12-20T00:00:00+05:30', { name: 'Fourth' })
    expect(await states(owner)).toEqual(['4 coming', '3 coming', '2 replaced', '1 in_force'])
    owner = await jumpTo(still, '2025-12-20T00:00:00+05:30', DEMO_OWNER)
    expect((await versions(owner)).find(({ state }) => state === 'in_force')?.number).toBe(4)
    owner = await jumpTo(still, newYear, DEMO_OWNER)
    expect((await versions(owner)).find(({ state }) => state === 'in_force')?.number).toBe(3)
    const inForce = still.look((db) =>
      db
        .prepare('SELECT number FROM tariff_version WHERE valid_from <= ? ORDER BY valid_from DESC, number DESC')
        .pluck()
        .get(Date.parse(newYear)),
    )
    expect(inForce).toBe(3)
  })

  it('takes this very instant, and refuses the millisecond before it', async () => {
    const refused = await save(owner, '2025-12-05T12:45:21.999+05:30')
    expect([refused.status, refused.code]).toEqual([422, 'tariff_in_the_past'])
    expect((await save(owner, NOON)).status).toBe(201)
  })

  it('reads a time on the site’s clock', async () => {
    expect((await save(owner, { date: '2025-12-05', time: '12:45' })).code).toBe('tariff_in_the_past')
    const answer = await save(owner, { date: '2026-03-01', time: '06:00' })
    expect(answer.json()).toMatchObject({ valid_from: '2026-03-01T06:00:00+05:30', state: 'coming' })
  })

  it('refuses a plan with errors and names each where it stands', async () => {
    const plan = hourly(100)
    const [car, ...others] = plan.rates
    const broken = { ...plan, rates: [{ ...car, daily_cap_minor: 50 }, ...others.slice(1)] }
    const answer = await save(owner, 'now', { plan: broken })
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    expect(pathsOf(answer).toSorted()).toEqual(['body.plan.rates', 'body.plan.rates.0.daily_cap_minor'])
    expect(written()).toBe(1)
  })

  it.each([
    ['a fraction of a minor unit', { plan: hourly(0.5) }, 'body.plan.rates.0.lines.0.price_minor'],
    ['an empty name', { name: '  ' }, 'body.name'],
    ['a date that does not exist', { valid_from: { date: '2026-02-30', time: '10:00' } }, 'body.valid_from.date'],
    ['an instant without an offset', { valid_from: '2026-02-20T10:00:00' }, 'body.valid_from'],
    ['an instant that cannot be written down again', { valid_from: '9999-12-31T23:00:00-05:00' }, 'body.valid_from'],
    ['a member that it does not know', { total_minor: 5 }, 'body.total_minor'],
  ])('refuses %s', async (_, part, path) => {
    const answer = await save(owner, 'now', part)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    expect(pathsOf(answer).some((found) => path.startsWith(found))).toBe(true)
    expect(written()).toBe(1)
  })

  it('asks for the right PIN', async () => {
    const answer = await save(owner, 'now', { pin: '1357' })
    expect([answer.status, answer.code]).toEqual([403, 'wrong_pin'])
    expect(written()).toBe(1)
  })

  it('is for the owner alone', async () => {
    for (const username of ['attendant', 'admin']) {
      const other = await signIn(still, { username, password: `harbour-${username}` })
      expect((await save(other, 'now')).code).toBe('forbidden')
      expect((await other.get('/api/v1/tariffs')).status).toBe(200)
    }
  })

  it('leaves its mark in the trail, with the fingerprint of the plan', async () => {
    await save(owner, 'now', { name: 'Summer' })
    const event = still.look((db) =>
      db.prepare("SELECT actor, data FROM event WHERE kind = 'tariff.version_created'").get(),
    ) as { actor: string; data: string }
    expect(event.actor).toMatch(/^user:/)
    expect(JSON.parse(event.data)).toMatchObject({
      number: 2,
      name: 'Summer',
      valid_from: Date.parse(NOON),
      plan_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
  })

  it('can be neither changed nor deleted, even in the database', () => {
    expect(() => still.plant("UPDATE tariff_version SET name = 'x'")).toThrow(/never changed/)
    expect(() => still.plant('DELETE FROM tariff_version')).toThrow(/never deleted/)
  })

  it('answers 404 for one that is not there', async () => {
    expect((await owner.get('/api/v1/tariffs/unknown')).code).toBe('not_found')
  })
})

it('is refused while nobody can vouch for the time, and prices are still told', async () => {
  const { still, world } = await startClockWorld([])
  await choosePin(still)
  await still.halt()
  world.slip(10_000)
  world.reboot()
  world.stepWall(-60 * MINUTE)
  const again = await startStillServer({ dataDir: still.dataDir, world })
  const owner = await signIn(again, OWNER)
  const refused = await save(owner, 'now')
  expect([refused.status, refused.code]).toEqual([503, 'clock_untrusted'])
  expect(await states(owner)).toEqual(['1 in_force'])
  await again.stop()
})

it('a site that was set up before there were tariffs is given one at its next start', async () => {
  const still = await startStillServer()
  still.plant('DROP TRIGGER tariff_version_is_never_deleted; DELETE FROM tariff_version')
  await still.halt()
  const again = await startStillServer({ dataDir: still.dataDir, world: still.world })
  const owner = await signIn(again, OWNER)
  expect(await states(owner)).toEqual(['1 in_force'])
  await again.stop()
})

describe('where the clocks change', () => {
  it('a local time that is skipped or comes twice is one instant', async () => {
    const still = await startStillServer({ startAt: '2026-03-01T12:00:00Z', timezone: 'Europe/London' })
    const { owner } = still
    await owner.send('PUT', '/api/v1/session/pin', { password: 'quay-lane-owner', pin: '2468' })
    const skipped = await save(owner, { date: '2026-03-29', time: '01:30' })
    expect(skipped.json()).toMatchObject({ valid_from: '2026-03-29T02:30:00+01:00' })
    const twice = await save(owner, { date: '2026-10-25', time: '01:30' })
    expect(twice.json()).toMatchObject({ valid_from: '2026-10-25T01:30:00+01:00' })
    await still.stop()
  })
})
