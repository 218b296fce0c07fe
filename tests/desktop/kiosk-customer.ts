import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { createApiClient } from '../../src-shared/api/client.ts'
import { customerRoutes } from '../../src-shared/api/customer-routes.ts'

/** Books a wash on the last day of the window over HTTP, as a kiosk does, and confirms it. */
export async function bookWash(publicUrl: string, plate: string): Promise<{ reference: string; manageToken: string }> {
  const api = createApiClient(customerRoutes, (url, init) => fetch(url, init), publicUrl)
  const site = await api.call('GET /api/v1/site')
  const service = site.wash_services[0]!.id
  const query = { service_id: service, date: site.window.max_date }
  const { slots } = await api.call('GET /api/v1/availability/wash', { query })
  const slot = slots.find(({ state }) => state === 'open')
  if (slot === undefined) throw new Error(`no slot is open on ${query.date}`)
  const booking = await api.call('POST /api/v1/bookings', {
    body: { kind: 'wash', service_id: service, start: slot.start, plate },
    headers: { 'idempotency-key': randomUUID() },
  })
  await api.withToken(booking.manage_token).call('POST /api/v1/bookings/{id}/confirm', { params: { id: booking.id } })
  return { reference: booking.reference, manageToken: booking.manage_token }
}

/** Follows the time as an open kiosk's page does, so that it counts as a connected kiosk. */
export function connectKiosk(publicUrl: string): Promise<WebSocket> {
  const socket = new WebSocket(`${publicUrl.replace('http', 'ws')}/ws/time/`, { origin: publicUrl })
  return new Promise((resolve, reject) => {
    socket.once('message', () => resolve(socket))
    socket.once('error', reject)
  })
}
