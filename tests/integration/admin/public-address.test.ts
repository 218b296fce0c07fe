import { afterEach, describe, expect, it } from 'vitest'
import type { AdminSite } from '../../../src-shared/api/admin-schemas.ts'
import type { Site } from '../../../src-shared/api/site-schemas.ts'
import { startStillServer, type StillOptions, type StillServer } from '../../support/still-server.ts'
import { dueBooking, Till } from '../money/till.ts'
import { choosePin, PIN, read } from './admin-world.ts'

describe('the address for customers’ phones', () => {
  let still: StillServer
  afterEach(() => still.stop())

  const start = async (options: StillOptions = {}) => {
    still = await startStillServer(options)
  }
  const page = async () => (await read<Site>(still.visitor, '/api/v1/site')).customer_page
  const change = async (public_url: string) => {
    const { version, settings } = await read<AdminSite>(still.owner, '/api/v1/admin/site')
    const body = { version, settings: { ...settings, public_url }, pin: PIN }
    expect((await still.owner.send('PUT', '/api/v1/admin/site', body)).status).toBe(200)
  }
  const addressOf = async (name: string) =>
    (await new Till(still.owner).receipt(name)).document.verification_url.replace(/[\w-]+$/, '')

  it('is this machine’s on the LAN, at the port that the server has', async () => {
    await start({ env: { KERBSIDE_HOST: '0.0.0.0' } })
    expect(await page()).toBe(still.server.lanKioskUrls()[0] ?? still.server.kioskUrl)
    expect(await page()).toMatch(/^http:\/\/\d+(\.\d+){3}:[1-9]\d+\/kiosk\/$/)
  })

  it('is the site’s own once an owner has said it: for the kiosk, and for receipts, old and new', async () => {
    await start()
    await choosePin(still)
    const till = new Till(still.owner)
    await till.pay((await dueBooking(still)).held, { method: 'card' })
    const before = await page()
    expect(await addressOf('R-1')).toBe(`${before}#/receipt/`)

    await change('https://park.example/')
    expect((await read<AdminSite>(still.owner, '/api/v1/admin/site')).settings.public_url).toBe('https://park.example')
    expect(await page()).toBe('https://park.example/kiosk/')
    const later = await dueBooking(still, '2025-12-05T17:00:00+05:30', 'KL07BX9999')
    await till.pay(later.held, { method: 'card' })
    for (const name of ['R-1', 'R-2']) expect(await addressOf(name)).toBe('https://park.example/kiosk/#/receipt/')

    await change('')
    expect(await page()).toBe(before)
  })

  it('is told of the demo’s receipts too, which were made up before the server had its port', async () => {
    await start({ site: 'demo' })
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'harbour-owner' })
    expect(await page()).toBe(still.server.kioskUrl)
    expect(await addressOf('R-1')).toBe(`${still.server.kioskUrl}#/receipt/`)
  })

  it('is not where a tablet is paired, unless only this machine reaches the kiosk’s page', async () => {
    const paired = async () =>
      ((await still.owner.post('/api/v1/devices/pairing-codes')).json() as { pairing_url: string }).pairing_url
    await start({ env: { KERBSIDE_HOST: '0.0.0.0' } })
    await choosePin(still)
    await change('https://park.example')
    const lan = still.server.lanKioskUrls()[0] ?? 'https://park.example/kiosk/'
    expect((await paired()).startsWith(`${lan}#pair=`)).toBe(true)
    await still.stop()
    await start()
    await choosePin(still)
    await change('https://park.example')
    expect(await paired()).toMatch(/^https:\/\/park\.example\/kiosk\/#pair=/)
  })
})
