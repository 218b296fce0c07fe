import type { Page } from '@playwright/test'
import type { Random } from '../../src-server/ids/random.ts'
import { Counter } from '../kiosk/status-walk.ts'
import { seededRandom } from '../support/seeded.ts'
import { DEFAULT_START, startTestServer, type TestServer } from '../support/test-server.ts'
import { TravellingTime } from '../support/travelling-time.ts'

/** In the midst of a second: what a page takes the server's time for is a few ms early or late. */
const START = DEFAULT_START.replace('+', '.400+')
/** A second of it is a quarter of an hour: no figure that tells a time moves while pictures are taken. */
const PACE = 1 / 1000
/** Of the demo site's owner. */
const PIN = '2468'

/** What would be another each time, as it stands in the pictures. */
export const addresses = {
  public: 'http://192.168.1.20:8000',
  staff: 'http://127.0.0.1:8001',
  folder: '/var/lib/kerbside',
} as const

/** The demo site with a week behind it, in a world where next to no time passes and chance repeats itself. */
export async function startStillServer(kioskAccess: 'open' | 'paired'): Promise<TestServer> {
  const time = new TravellingTime(START, PACE)
  const server = await startTestServer({ demoHistory: true, kioskAccess, time, random: repeatable() })
  await sayPublicAddress(server)
  return server
}

/** Codes for phones hold the site's address, and this machine's port would be in them otherwise. */
async function sayPublicAddress(server: TestServer): Promise<void> {
  const counter = new Counter(server)
  await counter.signIn()
  const site = (await counter.ask('GET', '/api/v1/admin/site')) as { version: number; settings: object }
  const settings = { ...site.settings, public_url: addresses.public }
  await counter.ask('PUT', '/api/v1/admin/site', { version: site.version, settings, pin: PIN })
}

/** Chance from a seed; for each length from one of its own, so that what draws more of one kind changes no other. */
export function repeatable(): Random {
  const draws = new Map<number, () => number>()
  return {
    bytes(count) {
      const draw = draws.get(count) ?? seededRandom(count)
      draws.set(count, draw)
      return Uint8Array.from({ length: count }, () => Math.floor(draw() * 256))
    },
  }
}

/** The page's clocks go as slowly as the server's. */
export async function holdTime(page: Page): Promise<void> {
  await page.addInitScript(
    ({ startAt, pace }) => {
      const read = performance.now.bind(performance)
      performance.now = () => read() * pace
      Date.now = () => startAt + performance.now()
    },
    { startAt: Date.parse(START), pace: PACE },
  )
}

/** Ports and folders that are free on this machine are said as they would be where Kerbside is at home. */
export async function hideWhatChanges(page: Page, server: TestServer): Promise<void> {
  const home = (text: string) =>
    text
      .replaceAll(server.publicUrl, addresses.public)
      .replaceAll(server.staffUrl, addresses.staff)
      .replaceAll(server.dataDir, addresses.folder)
  await page.route('**/api/v1/**', async (route) => {
    // One part of them switches the server off.
    const answer = await route.fetch().catch(() => undefined)
    if (answer === undefined) return route.abort()
    if (!(answer.headers()['content-type'] ?? '').includes('json')) return route.fulfill({ response: answer })
    return route.fulfill({ response: answer, body: home(await answer.text()) })
  })
}
