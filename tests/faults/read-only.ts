import { same } from '../support/same.ts'

const plate = 'KL07XX0001'
const json = { 'content-type': 'application/json' }

/** A server that cannot write says so wherever it is asked, refuses what it cannot keep, and answers what it knows. */
export async function expectReadOnly(url: string, why: 'disk_full' | 'disk_failing'): Promise<void> {
  const ready = await fetch(`${url}/readyz`)
  const { code, store, why: said } = (await ready.json()) as Readonly<Record<string, unknown>>
  same('its readiness', [ready.status, code, store, said], [503, 'store_read_only', 'read_only', why])
  same('its liveness', (await fetch(`${url}/healthz`)).status, 200)
  const time = (await (await fetch(`${url}/api/v1/time`)).json()) as { store_read_only?: string }
  same('what goes out with the time', time.store_read_only, why)
  await expectReads(url)
  const refused = await book(url)
  same('a booking', [refused.status, refused.code], [503, 'store_read_only'])
}

/** A server that can write says so, and keeps what it is asked to. */
export async function expectWritable(url: string): Promise<void> {
  same('its readiness', (await fetch(`${url}/readyz`)).status, 200)
  const time = (await (await fetch(`${url}/api/v1/time`)).json()) as { store_read_only?: string }
  same('what goes out with the time', time.store_read_only, undefined)
  await expectReads(url)
}

async function expectReads(url: string): Promise<void> {
  const site = await fetch(`${url}/api/v1/site`)
  same('the site', site.status, 200)
  const { wash_services: services, window } = (await site.json()) as {
    wash_services: readonly { id: string }[]
    window: { max_date: string }
  }
  const asked = `service_id=${services[0]?.id ?? ''}&date=${window.max_date}`
  const slots = (await (await fetch(`${url}/api/v1/availability/wash?${asked}`)).json()) as { slots: unknown[] }
  if (slots.slots.length === 0) throw new Error('no slots are shown')
}

async function book(url: string): Promise<{ status: number; code: unknown }> {
  const start = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000)
  const end = new Date(start.getTime() + 3_600_000)
  const body = { kind: 'parking', bay_class: 'car', start: start.toISOString(), end: end.toISOString(), plate }
  const answer = await fetch(`${url}/api/v1/bookings`, { method: 'POST', headers: json, body: JSON.stringify(body) })
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code }
}
