import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Device } from '../../src-shared/api/site-schemas.ts'
import { kerbsideVersion } from '../../src-shared/version.ts'
import { pairKiosk, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'
import { openSocket, type TestSocket } from '../support/test-socket.ts'

const state = { screen: 'plate', language: 'en', version: kerbsideVersion, full_screen: true, awake: null } as const

describe('what each kiosk shows', () => {
  let still: StillServer
  let kiosk: Kiosk
  let tablet: TestSocket
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired' })
    kiosk = await pairKiosk(still, still.owner, 'Entrance')
    tablet = await connect(kiosk)
  })
  afterEach(() => still.stop())

  const connect = async ({ caller }: Kiosk) => {
    const base = still.server.publicUrl
    const socket = await openSocket(base, '/ws/time/', { origin: base, cookie: caller.cookie })
    await socket.nextOf('time_update')
    return socket
  }
  const staffSocket = async () => {
    const { user } = (await still.owner.get('/api/v1/session')).json() as { user: { id: string } }
    const base = still.server.staffUrl
    return openSocket(base, `/ws/notifications/${user.id}/`, { origin: base, cookie: still.owner.cookie })
  }
  const seen = async (id = kiosk.id) => {
    const { devices } = (await still.owner.get('/api/v1/devices')).json() as { devices: Device[] }
    return devices.find((device) => device.id === id)
  }
  const reload = (path: string, when = 'free') => still.owner.post(`/api/v1/devices/${path}`, { when })

  it('is told to staff as it changes, and to whoever asks', async () => {
    const staff = await staffSocket()
    expect(await seen()).toMatchObject({ connected: true, shows: null, outdated: false, reload_asked_at: null })
    tablet.send({ type: 'kiosk_state', ...state })
    expect(await staff.nextOf('kiosk_state')).toMatchObject({ device_id: kiosk.id, state })
    expect(await seen()).toMatchObject({ shows: state, outdated: false })
    expect((await seen())?.online_since).toMatch(/^2025-12-05T12:45:22/)
  })

  it('goes with how far its own clock is off, and whether its page is of another version', async () => {
    const staff = await staffSocket()
    tablet.send({ type: 'report', mode: 'synced', uncertainty_ms: 5, device_offset_ms: 3_600_000 })
    tablet.send({ type: 'kiosk_state', ...state, version: '9.9.9' })
    await staff.nextOf('kiosk_state')
    expect(await seen()).toMatchObject({ device_offset_ms: 3_600_000, outdated: true })
  })

  it('is forgotten when it goes', async () => {
    const staff = await staffSocket()
    tablet.send({ type: 'kiosk_state', ...state })
    await staff.nextOf('kiosk_state')
    tablet.raw.close()
    expect(await staff.nextOf('kiosk_changed')).toMatchObject({ change: 'disconnected' })
    expect(await seen()).toMatchObject({ connected: false, online_since: null, shows: null })
  })

  it.each([
    ['a plate', { plate: 'KL07BX1234' }],
    ['a plate in place of a screen', { screen: 'KL07BX1234' }],
    ['a number in place of a version', { version: '9847012345' }],
    ['a language nobody speaks', { language: 'KL' }],
  ])('cannot hold %s', async (_, more) => {
    tablet.send({ type: 'kiosk_state', ...state, ...more })
    expect((await tablet.closed).code).toBe(4400)
  })

  it('is not kept of anybody but a paired kiosk', async () => {
    const staff = await staffSocket()
    const base = still.server.publicUrl
    const stranger = await openSocket(base, '/ws/time/', { origin: base })
    stranger.send({ type: 'kiosk_state', ...state, screen: 'bay' })
    stranger.send({ type: 'sync', nonce: '1' })
    await stranger.nextOf('sync_reply')
    tablet.send({ type: 'kiosk_state', ...state })
    expect(await staff.nextOf('kiosk_state')).toMatchObject({ state })
  })

  it('may be told two times a second for a minute, and no more', async () => {
    for (let count = 0; count < 120; count += 1) tablet.send({ type: 'kiosk_state', ...state })
    tablet.send({ type: 'sync', nonce: '1' })
    await tablet.nextOf('sync_reply')
    tablet.send({ type: 'kiosk_state', ...state })
    expect((await tablet.closed).code).toBe(4429)
  })

  it('is opened anew when staff ask, one kiosk or all that are there; the trail keeps who did', async () => {
    const [other, away] = [await pairKiosk(still, still.owner, 'Exit'), await pairKiosk(still, still.owner, 'Shed')]
    const second = await connect(other)
    expect((await reload(`${kiosk.id}/reload`, 'now')).status).toBe(204)
    expect(await tablet.nextOf('reload')).toEqual({ type: 'reload', when: 'now' })
    expect((await seen())?.reload_asked_at).toMatch(/^2025-12-05T12:45:22/)
    expect((await reload('reload')).json()).toEqual({ asked: 2 })
    for (const socket of [tablet, second]) {
      expect(await socket.nextOf('reload')).toEqual({ type: 'reload', when: 'free' })
    }
    expect((await reload(`${away.id}/reload`)).code).toBe('invalid_state')
    expect((await reload('nobody/reload')).code).toBe('not_found')
    expect((await reload(`${kiosk.id}/reload`, 'soon')).code).toBe('invalid_request')
    const kept = still.look((db) =>
      db.prepare("SELECT subject FROM event WHERE kind = 'device.reload_asked' ORDER BY seq").pluck().all(),
    )
    expect(kept[0]).toBe(kiosk.id)
    expect(new Set(kept.slice(1))).toEqual(new Set([kiosk.id, other.id]))
  })

  it('is waited for no more when it has come back', async () => {
    await reload(`${kiosk.id}/reload`)
    await tablet.nextOf('reload')
    tablet.raw.close()
    await connect(kiosk)
    expect(await seen()).toMatchObject({ connected: true, reload_asked_at: null })
  })
})
