import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../support/caller.ts'
import { pairKiosk, signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { follow, hold } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'
const MINUTE = 60_000

/** A secret of 256 bits that is none, as a guesser would send it. */
const wrong = (n: number) => String(n).padStart(43, 'A')

describe('whoever guesses at secrets', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired', site: 'demo' })
  })
  afterEach(() => still.stop())

  const owner = () => signIn(still, { username: 'owner', password: 'harbour-owner' })
  const attendant = () => signIn(still, { username: 'attendant', password: 'harbour-attendant' })
  const self = async (caller: Caller, cookie?: string) =>
    (await caller.get('/api/v1/devices/self', cookie === undefined ? {} : { cookie })).code ?? 'known'

  it('of a booking’s manage token is refused after twenty, for a minute, and only for that booking', async () => {
    const kiosk = await pairKiosk(still, await owner())
    const [held, other] = [await hold(kiosk.caller, SLOT), await hold(kiosk.caller, SLOT)]
    for (let n = 0; n < 20; n += 1) {
      expect((await follow(still.visitor, { ...held, manage_token: wrong(n) })).code).toBe('forbidden')
    }
    const refused = await follow(still.visitor, held)
    expect([refused.status, refused.code]).toEqual([429, 'rate_limited'])
    expect((await follow(still.visitor, other)).status).toBe(200)
    still.world.slip(MINUTE)
    expect((await follow(still.visitor, held)).status).toBe(200)
  })

  it('of bookings at random is refused after two hundred, whatever booking is next', async () => {
    const kiosk = await pairKiosk(still, await owner())
    const held = await hold(kiosk.caller, SLOT)
    const ask = (n: number) => follow(still.visitor, { ...held, id: `nobodys-${n}`, manage_token: wrong(n) })
    for (let n = 0; n < 200; n += 1) expect((await ask(n)).code).toBe('forbidden')
    expect((await ask(200)).code).toBe('rate_limited')
    expect((await follow(still.visitor, held)).code).toBe('rate_limited')
    still.world.slip(MINUTE)
    expect((await follow(still.visitor, held)).status).toBe(200)
  })

  it('of a kiosk’s token is not listened to after twenty; kiosks that were known go on at the same address', async () => {
    const staff = await owner()
    const [known, late] = [await pairKiosk(still, staff), await pairKiosk(still, staff)]
    expect(await self(known.caller)).toBe('known')
    for (let n = 0; n < 20; n += 1) expect(await self(still.visitor, `kerbside_device=${wrong(n)}`)).toBe('not_paired')
    expect(await self(known.caller)).toBe('known')
    expect(await self(late.caller)).toBe('not_paired')
    still.world.slip(MINUTE)
    expect(await self(late.caller)).toBe('known')
  })

  it('is none who goes on with a cookie that has ended', async () => {
    const staff = await owner()
    const [unpaired, late] = [await pairKiosk(still, staff), await pairKiosk(still, staff)]
    await staff.delete(`/api/v1/devices/${unpaired.id}`)
    for (let n = 0; n < 100; n += 1) expect(await self(unpaired.caller)).toBe('not_paired')
    expect(await self(late.caller)).toBe('known')
  })

  it('of pairing codes is refused ten thousand times, and pairs nothing', { timeout: 120_000 }, async () => {
    const staff = await attendant()
    const made = (await staff.post('/api/v1/devices/pairing-codes')).json() as { code: string }
    const codes = new Map<string, number>()
    for (let round = 0; round < 200; round += 1) {
      const guess = (n: number) => still.visitor.post('/api/v1/devices/pair', { code: `G${round}X${n}` })
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(n)))
      for (const { code } of answers) codes.set(String(code), (codes.get(String(code)) ?? 0) + 1)
    }
    expect(Object.fromEntries(codes)).toEqual({ pairing_code_invalid: 10, rate_limited: 9_990 })
    expect((await still.visitor.post('/api/v1/devices/pair', { code: made.code })).code).toBe('rate_limited')
    expect(still.look((db) => db.prepare('SELECT count(*) FROM device').pluck().get())).toBe(0)
    still.world.slip(MINUTE)
    expect((await still.visitor.post('/api/v1/devices/pair', { code: made.code })).status).toBe(201)
  })

  it('is not who paired a kiosk just now: they may take it back, an attendant too, and nobody else’s', async () => {
    const [boss, staff] = [await owner(), await attendant()]
    const [theirs, mine, later] = [
      await pairKiosk(still, boss),
      await pairKiosk(still, staff),
      await pairKiosk(still, staff),
    ]
    const undo = (id: string) => staff.delete(`/api/v1/devices/${id}`)
    expect((await undo(theirs.id)).code).toBe('forbidden')
    expect((await undo(mine.id)).status).toBe(204)
    expect(await self(mine.caller)).toBe('not_paired')
    still.world.slip(10 * MINUTE)
    expect((await undo(later.id)).code).toBe('forbidden')
    expect([await self(theirs.caller), await self(later.caller)]).toEqual(['known', 'known'])
    expect((await boss.delete(`/api/v1/devices/${later.id}`)).status).toBe(204)
  })
})
