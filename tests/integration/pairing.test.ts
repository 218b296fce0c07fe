import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Caller } from '../support/caller.ts'
import { pairKiosk, rowCounts, startStillServer, type StillServer } from '../support/still-server.ts'

interface Code {
  readonly code: string
  readonly expires_at: string
  readonly pairing_url: string
  readonly qr_svg: string
}

describe('pairing a kiosk', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired' })
  })
  afterEach(() => still.stop())

  const newCode = async (name?: string) =>
    (
      await still.owner.post('/api/v1/devices/pairing-codes', name === undefined ? undefined : { device_name: name })
    ).json() as Code
  const pair = (code: unknown) => new Caller(still.server.publicUrl).post('/api/v1/devices/pair', { code })

  it('takes a code of eight letters and digits, good for two minutes, with a QR', async () => {
    const { code, expires_at, pairing_url, qr_svg } = await newCode('Entrance')
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(expires_at).toMatch(/^2025-12-05T12:47:22(\.\d{3})?\+05:30$/)
    expect(pairing_url).toMatch(new RegExp(`^http://[^/]+/kiosk/#pair=${code}$`))
    expect(qr_svg).toMatch(/^<svg /)
    const paired = await pair(code)
    expect(paired.status).toBe(201)
    expect(paired.json()).toEqual({ device: { id: expect.stringMatching(/^[\w-]{22}$/) as string, name: 'Entrance' } })
    expect(paired.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^kerbside_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
      ) as string,
    ])
  })

  it('names kiosks by number when nobody does', async () => {
    expect([(await pairKiosk(still, still.owner)).name, (await pairKiosk(still, still.owner)).name]).toEqual([
      'Kiosk 1',
      'Kiosk 2',
    ])
  })

  it('a code serves one kiosk', async () => {
    const { code } = await newCode()
    const answers = await Promise.all([pair(code), pair(code), pair(code)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410, 410])
    expect((await pair(code)).code).toBe('pairing_code_invalid')
    expect(rowCounts(still)['device']).toBe(1)
  })

  it('a code is good until two minutes are over, and not at that instant', async () => {
    const [first, second] = [await newCode(), await newCode()]
    still.world.slip(Date.parse(first.expires_at) - still.world.wallMs() - 1)
    expect((await pair(first.code)).status).toBe(201)
    still.world.slip(Date.parse(second.expires_at) - still.world.wallMs())
    const late = await pair(second.code)
    expect([late.status, late.code]).toEqual([410, 'pairing_code_invalid'])
    expect(rowCounts(still)['device']).toBe(1)
  })

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => ` ${code.slice(0, 4)} ${code.slice(4)} `],
    ['with a dash', (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`],
    ['with the letter O for a nought', (code: string) => code.replaceAll('0', 'O')],
    ['with I and l for a one', (code: string) => code.replace('1', 'I').replaceAll('1', 'l')],
  ])('a code may be typed %s', async (_, spell) => {
    // Codes are random: ask until one has both digits that are misread.
    let made = await newCode()
    while (!/0/.test(made.code) && !/1/.test(made.code)) made = await newCode()
    expect((await pair(spell(made.code))).status).toBe(201)
  })

  it('a code is kept as a hash', async () => {
    const { code } = await newCode()
    expect(still.look((db) => JSON.stringify(db.prepare('SELECT * FROM pairing_code').all()))).not.toContain(code)
  })

  it('a guess too many is refused, also if it is right', async () => {
    const { code } = await newCode()
    const guesses = await Promise.all(Array.from({ length: 13 }, (_, n) => pair(`WRONG${n}`)))
    expect(guesses.filter((answer) => answer.code === 'pairing_code_invalid')).toHaveLength(10)
    expect(guesses.filter((answer) => answer.code === 'rate_limited')).toHaveLength(3)
    expect((await pair(code)).status).toBe(429)
  })

  it.each([
    ['no code', {}],
    ['an empty code', { code: '' }],
    ['a number', { code: 12345678 }],
    ['a code of a thousand letters', { code: 'A'.repeat(1000) }],
    ['a name of its own', { code: 'A1B2C3D4', device_name: 'mine' }],
    ['a list', []],
  ])('%s is no request', async (_, body) => {
    const answer = await still.visitor.post('/api/v1/devices/pair', body)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
  })

  it.each([
    ['a list', []],
    ['a name that is empty', { device_name: '  ' }],
    ['a name that is long', { device_name: 'x'.repeat(41) }],
    ['a code of one’s own', { code: 'AAAAAAAA' }],
    ['a text', '"Entrance"'],
  ])('asking for a code with %s is no request', async (_, body) => {
    const before = rowCounts(still)
    const answer = await still.owner.send('POST', '/api/v1/devices/pairing-codes', body)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    expect(rowCounts(still)).toEqual(before)
  })

  it('lasts over a restart, and ends for good on unpairing', async () => {
    const kiosk = await pairKiosk(still, still.owner, 'Entrance')
    const { owner } = still
    await still.halt()
    still = await startStillServer({ kioskAccess: 'paired', dataDir: still.dataDir, world: still.world })
    const [tablet, counter] = [kiosk.caller.at(still.server.publicUrl), owner.at(still.server.staffUrl)]
    expect((await tablet.get('/api/v1/devices/self')).json()).toEqual({ device: { id: kiosk.id, name: 'Entrance' } })
    expect((await counter.get('/api/v1/devices')).json()).toMatchObject({
      devices: [{ id: kiosk.id, name: 'Entrance', connected: false }],
    })
    expect((await counter.delete(`/api/v1/devices/${kiosk.id}`)).status).toBe(204)
    expect((await counter.delete(`/api/v1/devices/${kiosk.id}`)).code).toBe('not_found')
    const unpaired = await tablet.get('/api/v1/devices/self')
    expect([unpaired.status, unpaired.code]).toEqual([401, 'not_paired'])
  })

  it('is told in the audit trail', async () => {
    const kiosk = await pairKiosk(still, still.owner, 'Entrance')
    await still.owner.delete(`/api/v1/devices/${kiosk.id}`)
    const kinds = still.look((db) =>
      db.prepare("SELECT kind FROM event WHERE kind LIKE 'device.%' ORDER BY seq").pluck().all(),
    )
    expect(kinds).toEqual(['device.code_made', 'device.paired', 'device.unpaired'])
  })

  it('is not needed where kiosks are open, and there is no code to give', async () => {
    const open = await startStillServer({ kioskAccess: 'open' })
    expect((await open.visitor.get('/api/v1/devices/self')).json()).toEqual({ device: null })
    expect(await open.server.newPairingCode()).toBeUndefined()
    await open.stop()
  })
})
