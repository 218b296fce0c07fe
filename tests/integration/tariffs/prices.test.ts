import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoTariff } from '../../../src-server/tariff/demo-tariff.ts'
import type { Breakdown } from '../../../src-shared/tariff/breakdown.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import { rowCounts, signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { hourly, pathsOf, save } from './tariff-calls.ts'

const TEN = '2025-12-05T10:00:00+05:30'
const STAY = { bay_class: 'car', start: TEN, minutes: 155 }

describe('what a stay would cost', () => {
  let still: StillServer
  let attendant: Caller
  let owner: Caller
  beforeAll(async () => {
    still = await startStillServer({ site: 'demo' })
    attendant = await signIn(still, { username: 'attendant', password: 'harbour-attendant' })
    owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
  })
  afterAll(() => still.stop())

  const preview = (part: Readonly<Record<string, unknown>> = {}) =>
    attendant.post('/api/v1/tariffs/preview', { ...STAY, ...part })
  const total = (answer: Answer) => (answer.json() as { breakdown: Breakdown }).breakdown.total_minor

  it('is told by the tariff in force, line by line', async () => {
    const answer = await preview()
    expect(answer.status).toBe(200)
    const { start, end, breakdown } = answer.json() as { start: string; end: string; breakdown: Breakdown }
    expect([start, end]).toEqual([TEN, '2025-12-05T12:35:00+05:30'])
    expect(breakdown.lines.map(({ amount_minor }) => amount_minor)).toEqual([4000, 7000])
    expect(breakdown).toMatchObject({ total_minor: 11_000, tax: { amount_minor: 1678 } })
  })

  it.each([
    ['a draft', { plan: hourly(300) }, 900],
    ['a time on the site’s clock', { start: { date: '2025-12-05', time: '19:10' } }, 10_000],
    ['a permit', { permit: true }, 0],
    ['a lost ticket', { lost_ticket: true }, 30_000],
    ['a booking that was outstayed', { booked_until: { date: '2025-12-05', time: '12:00' } }, 6000],
    ['no time at all', { minutes: 0 }, 0],
  ])('counts %s', async (_, part, price) => {
    expect(total(await preview(part))).toBe(price)
  })

  it('is told by a version that is still to come, and by the one in force at the stay’s beginning', async () => {
    const coming = (await save(owner, '2026-01-01T00:00:00+05:30', { plan: hourly(500) })).json() as { id: string }
    expect(total(await preview({ version_id: coming.id }))).toBe(1500)
    expect(total(await preview())).toBe(11_000)
    expect(total(await preview({ start: '2026-01-01T10:00:00+05:30' }))).toBe(1500)
    expect(total(await preview({ start: '2025-12-31T23:59:59.999+05:30', minutes: 60 }))).toBe(4000)
  })

  it('is told for many stays at once, in their order', async () => {
    const stays = [STAY, { ...STAY, minutes: 60 }, { ...STAY, bay_class: 'two_wheeler' }]
    const answer = await attendant.post('/api/v1/tariffs/prices', { stays })
    expect(answer.json()).toEqual({ totals_minor: [11_000, 4000, 4500] })
    const draft = await attendant.post('/api/v1/tariffs/prices', { plan: hourly(100), stays })
    expect(draft.json()).toEqual({ totals_minor: [300, 100, 300] })
  })

  it('writes nothing', async () => {
    const before = rowCounts(still)
    await preview({ plan: hourly(300) })
    await attendant.post('/api/v1/tariffs/prices', { stays: [STAY] })
    expect(rowCounts(still)).toEqual(before)
  })

  it.each([
    ['a plan with errors', { plan: { ...demoTariff, rates: demoTariff.rates.slice(1) } }, ['body.plan.rates']],
    ['a plan and a version', { plan: demoTariff, version_id: 'tariff-1' }, ['body.version_id']],
    ['a class that there is not', { bay_class: 'boat' }, ['body.bay_class']],
    ['more than a year', { minutes: 366 * 1440 + 1 }, ['body.minutes']],
    ['half a minute', { minutes: 0.5 }, ['body.minutes']],
    ['a year before clocks', { start: '1969-12-31T00:00:00Z' }, ['body.start']],
    ['a booked end that is no moment', { booked_until: '9001-01-01T00:00:00Z' }, ['body.booked_until']],
  ])('is not told for %s', async (_, part, paths) => {
    const answer = await preview(part)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    expect([...new Set(pathsOf(answer))]).toEqual(paths)
  })

  it('names the stay whose beginning is no moment', async () => {
    const answer = await attendant.post('/api/v1/tariffs/prices', {
      stays: [STAY, { ...STAY, start: '1960-01-01T00:00:00Z' }],
    })
    expect(pathsOf(answer)).toEqual(['body.stays.1.start'])
  })

  it('is 404 by a version that is not there', async () => {
    expect((await preview({ version_id: 'unknown' })).code).toBe('not_found')
  })

  it('takes a plan as large as the schema allows', async () => {
    const lines = Array.from({ length: 49 }, (_, at) => ({
      kind: 'flat',
      from_minute: at * 10,
      to_minute: at * 10 + 10,
      price_minor: 1,
    }))
    const last = { kind: 'flat', from_minute: 490, to_minute: null, price_minor: 1 }
    const rates = demoTariff.rates.map(({ bay_classes }) => ({
      bay_classes,
      lines: [...lines, last],
      daily_cap_minor: null,
    }))
    expect((await preview({ plan: { ...demoTariff, rates } })).status).toBe(200)
  })
})

it('an hour that comes twice is paid for twice, and a night that has an hour less is still one night', async () => {
  const still = await startStillServer({ startAt: '2025-03-01T12:00:00Z', timezone: 'Europe/London' })
  const night = { ...hourly(100), entry_grace_minutes: 0 }
  const prices = async (start: unknown, minutes: number) => {
    const body = { plan: night, bay_class: 'car', start, minutes }
    const answer = (await still.owner.post('/api/v1/tariffs/preview', body)).json() as {
      end: string
      breakdown: Breakdown
    }
    return [answer.end, answer.breakdown.total_minor]
  }
  // 26 October 2025 has 25 hours, 30 March 23: hours are elapsed ones, whatever the clock shows.
  expect(await prices({ date: '2025-10-26', time: '00:00' }, 180)).toEqual([
    '2025-10-26T02:00:00Z'.replace('Z', '+00:00'),
    300,
  ])
  expect(await prices({ date: '2025-03-30', time: '00:00' }, 120)).toEqual(['2025-03-30T03:00:00+01:00', 200])
  await still.stop()
})
