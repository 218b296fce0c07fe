import type { APIRequestContext } from '@playwright/test'
import type { Device } from '../../src-shared/api/site-schemas.ts'
import type { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import type { TestServer } from '../support/test-server.ts'
import { expect, test } from './kiosk-test.ts'

test.use({ access: 'paired' })

/** Staff as a program, signed in. */
async function staff(server: TestServer, request: APIRequestContext) {
  await request.post(`${server.staffUrl}/api/v1/session`, { data: server.owner })
  const get = async (path: string) => (await request.get(server.staffUrl + path)).json() as Promise<unknown>
  return {
    kiosk: async () => ((await get('/api/v1/devices')) as { devices: Device[] }).devices[0],
    states: async () => {
      const { bookings } = (await get('/api/v1/bookings?q=KL07BX99')) as {
        bookings: { plate: string; state: string }[]
      }
      return bookings.filter(({ plate }) => plate === 'KL07BX99').map(({ state }) => state)
    },
    reload: async (id: string | undefined, when: ReloadWhen) =>
      (await request.post(`${server.staffUrl}/api/v1/devices/${id}/reload`, { data: { when } })).status(),
  }
}

test('a tablet tells which screen it shows, and reloads when its customer has left, or now', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  const { kiosk: seen, states, reload } = await staff(server, request)
  const pairing = await server.server.newPairingCode()
  await kiosk.open(`#pair=${pairing?.code}`)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect.poll(async () => (await seen())?.shows?.screen).toBe('attract')
  const id = (await seen())?.id
  const mark = () => page.evaluate(() => Object.assign(window, { isOld: true }).isOld)
  // While the page goes, there is none to ask.
  const isOld = () => page.evaluate(() => 'isOld' in window).catch(() => true)

  await kiosk.toHold()
  await mark()
  await expect.poll(async () => (await seen())?.shows?.screen).toBe('held')
  const told = JSON.stringify((await seen())?.shows)
  expect(told).not.toContain('KL07')
  expect(await reload(id, 'free')).toBe(204)
  await expect.poll(async () => (await seen())?.reload_asked_at).not.toBeNull()
  expect(await isOld()).toBe(true)

  // Now: the customer begins again, and what was held is given back.
  expect(await reload(id, 'now')).toBe(204)
  await expect.poll(isOld).toBe(false)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect.poll(states).toEqual(['cancelled'])

  // Asked while nobody is there: ten quiet seconds later.
  await mark()
  await expect.poll(async () => (await seen())?.shows?.screen).toBe('attract')
  expect(await reload(id, 'free')).toBe(204)
  await expect.poll(isOld, { timeout: 30_000 }).toBe(false)
})
