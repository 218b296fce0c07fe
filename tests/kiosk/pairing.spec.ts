import type { APIRequestContext } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'
import { expect, test } from './kiosk-test.ts'

test.use({ access: 'paired' })

/** Signs in at the staff listener and makes a code, as the console does. */
async function makeCode(server: TestServer, request: APIRequestContext): Promise<{ code: string; url: string }> {
  const signIn = await request.post(`${server.staffUrl}/api/v1/session`, { data: server.owner })
  expect(signIn.ok()).toBe(true)
  const answer = await request.post(`${server.staffUrl}/api/v1/devices/pairing-codes`, { data: {} })
  expect(answer.status()).toBe(201)
  const { code, pairing_url: url } = (await answer.json()) as { code: string; pairing_url: string }
  return { code, url }
}

test('a kiosk is paired by typing the code', async ({ kiosk, page, server, request }) => {
  const { code } = await makeCode(server, request)
  await kiosk.open()
  await expect(kiosk.heading('Pair this kiosk')).toBeVisible()
  await expect(kiosk.button('Pair')).toHaveAttribute('aria-disabled', 'true')
  await kiosk.tapKeys(code)
  await kiosk.button('Pair').tap()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await page.reload()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
})

test('a wrong code says so, and leaves room for another', async ({ kiosk, page, server, request }) => {
  await kiosk.open()
  await kiosk.tapKeys('00000000')
  await kiosk.button('Pair').tap()
  await expect(page.getByRole('alert')).toContainText('That code is wrong or too old. Ask for a new one.')
  await expect(page.getByRole('alert')).toContainText('pairing_code_invalid')
  const { code } = await makeCode(server, request)
  await kiosk.tapKeys(code)
  await kiosk.button('Pair').tap()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
})

test('a code is too old after two minutes', async ({ kiosk, page, server, request }) => {
  const { code } = await makeCode(server, request)
  server.advance(121_000)
  await kiosk.open()
  await kiosk.tapKeys(code)
  await kiosk.button('Pair').tap()
  await expect(page.getByRole('alert')).toContainText('too old')
})

test('a scanned QR pairs, and its code leaves the address at once', async ({ kiosk, page, server, request }) => {
  const { code, url } = await makeCode(server, request)
  expect(url).toContain(`#pair=${code}`)
  await kiosk.open(`#pair=${code}`)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  expect(page.url()).toBe(server.kioskUrl)
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('an unpaired kiosk goes back to pairing by itself, in the middle of a booking too', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  const { code } = await makeCode(server, request)
  await kiosk.open(`#pair=${code}`)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await kiosk.toPhone()
  const { devices } = (await (await request.get(`${server.staffUrl}/api/v1/devices`)).json()) as {
    devices: { id: string }[]
  }
  const removed = await request.delete(`${server.staffUrl}/api/v1/devices/${devices[0]?.id}`)
  expect(removed.status()).toBe(204)
  await expect(kiosk.heading('Pair this kiosk')).toBeVisible()
  await expect(page.getByText('KL07BX99')).toHaveCount(0)
})
