import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VerifiedReceipt } from '../../../src-shared/api/receipt-schemas.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { manage } from '../../support/wash.ts'
import { choosePin, dueBooking, outcome, PRICE, Till } from './till.ts'

describe('a receipt', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer()
    till = new Till(still.owner)
    await choosePin(still)
  })
  afterEach(() => still.stop())

  async function paid(start?: string, plate?: string) {
    const due = await dueBooking(still, start, plate)
    await till.pay(due.held, { method: 'cash', cash_received_minor: 30_000 })
    return due
  }
  const codeOf = (name = 'R-1') =>
    till.receipt(name).then(({ document }) => /#\/receipt\/([\w-]+)$/.exec(document.verification_url)?.[1] ?? '')
  const verify = (code: string) => still.visitor.get(`/api/v1/receipts/verify/${code}`)
  const print = (name: string, paper = 'roll80') => still.owner.post(`/api/v1/receipts/${name}/prints`, { paper })

  it('says everything that is to be said of a payment', async () => {
    still.plant(`UPDATE site SET business_name = 'Quay Lane Parking LLP', address = '1 Quay Lane\nKochi',
      phone = '+91 484 2345678', tax_id = '32ABCDE1234F1Z5', receipt_footer = 'Thank you!'`)
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    await still.owner
      .at(still.server.staffUrl)
      .post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    const owner = still.owner
    await owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    till = new Till(owner)
    const { held } = await paid()
    const { document, ...summary } = await till.receipt('R-1')
    expect(summary).toMatchObject({
      series: 'R',
      number: 1,
      label: 'R-000001',
      plate: 'KL07BX1234',
      total: { amount_minor: PRICE, currency: 'INR' },
      printed: false,
      copies: 0,
    })
    expect(document).toMatchObject({
      format: 1,
      kind: 'receipt',
      number: 1,
      series: 'R',
      site: {
        name: 'Quay Lane Parking LLP',
        address: ['1 Quay Lane', 'Kochi'],
        registrations: [{ label: 'GSTIN', number: '32ABCDE1234F1Z5' }],
        phone: '+91 484 2345678',
      },
      plate: 'KL07BX1234',
      bay: 'W1',
      service: 'Exterior',
      reference: held.reference,
      entry: held.start,
      exit: held.end,
      lines: [{ text: 'Exterior', amount_minor: PRICE }],
      total_minor: PRICE,
      currency: 'INR',
      tenders: [{ method: 'cash', amount_minor: PRICE, received_minor: 30_000, change_minor: 5_000 }],
      shift_number: 1,
      attendant: 'Meera Pillai',
      clock: { state: 'trusted', uncertainty_ms: 2_000 },
      language: 'en',
      footer: ['Thank you!'],
    })
    expect(document.issued_at).toMatch(/^2025-12-05T12:45:22(\.\d+)?\+05:30$/)
    expect(document.verification_url).toMatch(/^http:\/\/[\d.]+:\d+\/kiosk\/#\/receipt\/[\w-]{22}$/)
  })

  it('of a wash contains the tax of the tariff in force', async () => {
    await paid()
    const { document } = await till.receipt('R-1')
    const plan = still.look((db) => db.prepare<[], string>('SELECT plan FROM tariff_version').pluck().get())
    const { tax } = JSON.parse(plan ?? '{}') as { tax: { label: string; rate_bps: number } }
    const net = Math.round((PRICE * 10_000) / (10_000 + tax.rate_bps))
    expect(document.tax).toEqual(
      tax.rate_bps === 0 ? undefined : { ...tax, included: true, net_minor: net, amount_minor: PRICE - net },
    )
  })

  it('is found by its day, its number and its plate', async () => {
    await paid()
    await paid('2025-12-05T16:00:00+05:30', 'KL01CA4521')
    const labels = async (query: string) => (await till.receipts(query)).map(({ label }) => label)
    expect(await labels('')).toEqual(['R-000002', 'R-000001'])
    expect(await labels('?date=2025-12-04')).toEqual([])
    expect(await labels('?q=2')).toEqual(['R-000002'])
    expect(await labels('?q=r-000001')).toEqual(['R-000001'])
    expect(await labels('?q=kl-01%20ca')).toEqual(['R-000002'])
    expect(await labels('?q=KL')).toEqual(['R-000002', 'R-000001'])
    expect(await labels('?q=01CA')).toEqual([])
    expect(await labels('?q=KL&date=2025-12-04')).toEqual([])
    expect(outcome(await still.owner.get('/api/v1/receipts/R-3'))).toBe('404 not_found')
    expect(outcome(await still.owner.get('/api/v1/receipts/C-1'))).toBe('404 not_found')
  })

  it('is printed as original once, and as a numbered copy ever after, over a restart too', async () => {
    await paid()
    const first = await print('R-1')
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(first.headers.get('content-disposition')).toContain('R-000001.pdf')
    expect((await print('R-1', 'a4')).headers.get('content-disposition')).toContain('R-000001-copy-1.pdf')
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    const owner = still.owner
    await owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    const again = await owner.post('/api/v1/receipts/R-1/prints', { paper: 'roll80' })
    expect(again.headers.get('content-disposition')).toContain('R-000001-copy-2.pdf')
    expect(await new Till(owner).receipt('R-1')).toMatchObject({ printed: true, copies: 2 })
    const prints = still.look((db) =>
      db.prepare("SELECT data FROM event WHERE kind = 'receipt.printed' ORDER BY seq").pluck().all(),
    )
    expect(prints).toEqual(['{"copy":0,"paper":"roll80"}', '{"copy":1,"paper":"a4"}', '{"copy":2,"paper":"roll80"}'])
  })

  it('is one original however many print it at once', async () => {
    await paid()
    const answers = await Promise.all(Array.from({ length: 4 }, () => print('R-1')))
    const names = answers.map(({ headers }) => /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1])
    expect(new Set(names)).toEqual(
      new Set(['R-000001-copy-1.pdf', 'R-000001-copy-2.pdf', 'R-000001-copy-3.pdf', 'R-000001.pdf']),
    )
  })

  it('that the console prints of its own page counts among the same prints', async () => {
    await paid()
    const printPage = async (paper: string) =>
      (await still.owner.post('/api/v1/receipts/R-1/page-prints', { paper })).json()
    expect(await printPage('roll80')).toMatchObject({
      copy: null,
      receipt: { label: 'R-000001', printed: true, copies: 0 },
    })
    expect((await print('R-1')).headers.get('content-disposition')).toContain('R-000001-copy-1.pdf')
    expect(await printPage('a4')).toMatchObject({ copy: 2, receipt: { printed: true, copies: 2 } })
    expect(await till.receipt('R-1')).toMatchObject({ printed: true, copies: 2 })
    const prints = still.look((db) =>
      db.prepare("SELECT data FROM event WHERE kind = 'receipt.printed' ORDER BY seq").pluck().all(),
    )
    expect(prints).toEqual(['{"copy":0,"paper":"roll80"}', '{"copy":1,"paper":"roll80"}', '{"copy":2,"paper":"a4"}'])
  })

  it('is printed in a language that somebody chose, which changes neither the receipt nor the count', async () => {
    await paid()
    const before = (await till.receipt('R-1')).document
    const body = { paper: 'a4', language: 'ml' }
    const pdf = await still.owner.post('/api/v1/receipts/R-1/prints', body)
    expect([pdf.status, pdf.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('"R-000001.pdf"') as string,
    ])
    const page = await still.owner.post('/api/v1/receipts/R-1/page-prints', { paper: 'roll80', language: 'ar' })
    expect(page.json()).toMatchObject({ copy: 1, receipt: { document: { language: 'en' } } })
    expect((await till.receipt('R-1')).document).toEqual(before)
    const unknown = await still.owner.post('/api/v1/receipts/R-1/prints', { paper: 'a4', language: 'fr' })
    expect(outcome(unknown)).toBe('400 invalid_request')
    const prints = still.look((db) =>
      db.prepare("SELECT data FROM event WHERE kind = 'receipt.printed' ORDER BY seq").pluck().all(),
    )
    expect(prints).toEqual(['{"copy":0,"language":"ml","paper":"a4"}', '{"copy":1,"language":"ar","paper":"roll80"}'])
  })

  it('that is not there is not printed', async () => {
    expect(outcome(await print('R-1'))).toBe('404 not_found')
    expect(outcome(await still.owner.post('/api/v1/receipts/R-1/page-prints', { paper: 'a4' }))).toBe('404 not_found')
  })

  it('is verified by whoever holds it: what it was for, and how the car is doing', async () => {
    const { held } = await paid()
    const answer = await verify(await codeOf())
    expect(answer.json()).toEqual({
      label: 'R-000001',
      site: 'Quay Lane',
      issued_at: expect.stringMatching(/^2025-12-05T12:45:22/) as string,
      total: { amount_minor: PRICE, currency: 'INR' },
      plate: '••••••1234',
      credited: { amount_minor: 0, currency: 'INR' },
      booking: { reference: held.reference, state: 'confirmed', wash_state: 'booked', start: held.start },
    } satisfies VerifiedReceipt)
  })

  it('says when it is verified what went back on it', async () => {
    const { paymentId } = await paid()
    await till.refund(paymentId, { part_minor: 1_000 })
    await till.refund(paymentId, { part_minor: 500 })
    expect((await verify(await codeOf())).json()).toMatchObject({ credited: { amount_minor: 1_500 } })
    expect((await verify(await codeOf('C-1'))).json()).toMatchObject({
      label: 'C-000001',
      total: { amount_minor: 1_000 },
      credited: { amount_minor: 0 },
    })
  })

  it('cannot be found by guessing', async () => {
    await paid()
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, n) => verify(`guess-number-${String(n).padStart(9, '0')}`)),
    )
    expect(guesses.slice(0, 20).map(outcome)).toEqual(Array.from({ length: 20 }, () => '404 not_found'))
    expect(guesses.slice(20).map(outcome)).toEqual(Array.from({ length: 5 }, () => '429 rate_limited'))
  })

  it('cannot be changed, deleted or numbered with a gap, whoever writes to the store', async () => {
    await paid()
    const try_ = (sql: string) => () => still.plant(sql)
    expect(try_('UPDATE receipt SET total_minor = 1 WHERE number = 1')).toThrow('receipts are never changed')
    expect(try_('DELETE FROM receipt')).toThrow('receipts are never deleted')
    const copy = (number: number) =>
      `INSERT INTO receipt SELECT series, ${number}, payment_id, credits_number, issued_at, shift_id, total_minor, currency,
       plate, verify_code || 'x', document, prints FROM receipt WHERE number = 1`
    expect(try_(copy(3))).toThrow('receipt numbers have no gap')
    expect(try_('UPDATE tender SET amount_minor = 1')).toThrow('tenders are never changed')
    expect(try_('DELETE FROM tender')).toThrow('tenders are never deleted')
  })
})

describe('the way to pay on the customer’s own phone', () => {
  let still: StillServer
  let till: Till
  afterEach(() => still.stop())

  async function withUpi(): Promise<void> {
    still = await startStillServer()
    still.plant("UPDATE site SET upi_id = 'quay.lane@upi'")
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    till = new Till(still.owner)
  }
  const status = (held: { id: string; manage_token: string }) =>
    still.visitor.get(`/api/v1/bookings/${held.id}/status`, { authorization: `Bearer ${held.manage_token}` })

  it('is a UPI code over exactly what is left, until the payment runs out', async () => {
    await withUpi()
    const { held, paymentId } = await dueBooking(still)
    await till.tender(paymentId, { method: 'cash', part_minor: 9_905 })
    const qr = await still.owner.get(`/api/v1/payments/${paymentId}/qr`)
    const answer = qr.json() as { uri: string; qr_svg: string; amount: unknown; expires_at: string }
    expect(answer.uri).toBe(
      `upi://pay?pa=quay.lane@upi&pn=Quay%20Lane&am=150.95&cu=INR&tr=${paymentId}&tn=${held.reference}`,
    )
    expect(answer.qr_svg).toMatch(/^<svg /)
    expect(answer.amount).toEqual({ amount_minor: 15_095, currency: 'INR' })
    expect((await status(held)).json()).toMatchObject({
      site: 'Quay Lane',
      booking: { id: held.id, state: 'awaiting_payment' },
      wash_state: null,
      ready_at: null,
      payment_qr: answer,
    })
    still.world.slip(Date.parse(answer.expires_at) - still.world.wallMs() - 1)
    expect((await still.owner.get(`/api/v1/payments/${paymentId}/qr`)).status).toBe(200)
    still.world.slip(1)
    expect(outcome(await still.owner.get(`/api/v1/payments/${paymentId}/qr`))).toBe('410 payment_expired')
    expect((await status(held)).json()).toMatchObject({ payment_qr: null })
  })

  it('is not there once it is paid, nor where the site has no UPI address', async () => {
    await withUpi()
    const { held, paymentId } = await dueBooking(still)
    await till.pay(held, { method: 'cash' })
    expect(outcome(await still.owner.get(`/api/v1/payments/${paymentId}/qr`))).toBe('409 no_upi')
    expect((await status(held)).json()).toMatchObject({ payment_qr: null, wash_state: 'booked' })
    await still.stop()
    still = await startStillServer()
    const other = await dueBooking(still)
    expect(outcome(await still.owner.get(`/api/v1/payments/${other.paymentId}/qr`))).toBe('409 no_upi')
    expect((await status(other.held)).json()).toMatchObject({ payment_qr: null })
    await manage(still.visitor, other.held, 'cancel')
    expect(outcome(await still.owner.get('/api/v1/payments/none/qr'))).toBe('404 not_found')
  })

  it('is not there in another currency than rupees', async () => {
    await withUpi()
    const { paymentId } = await dueBooking(still)
    still.plant("UPDATE payment SET currency = 'EUR'")
    expect(outcome(await still.owner.get(`/api/v1/payments/${paymentId}/qr`))).toBe('409 no_upi')
  })
})
