import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type * as Pdfjs from 'pdfjs-dist'
import { Counter } from '../kiosk/status-walk.ts'
import type { TestServer } from '../support/test-server.ts'
import { comparePicture } from './darkroom.ts'
import { nameOf, newestReceipt } from './receipt-of.ts'

const pdfjs = join(import.meta.dirname, '../../node_modules/pdfjs-dist/build')
/** Dots for each point of a PDF: a roll of 80 mm is about as wide as a phone's page. */
const scales = { roll80: 2, a4: 1.25 } as const

/** Receipts as they come out of a printer: the original on a roll, its copy on a sheet. */
export async function takePrints(browser: Browser, server: TestServer): Promise<void> {
  const counter = new Counter(server)
  await counter.signIn()
  await letCarOut(counter, server)
  const name = nameOf(await newestReceipt(counter, '2025-12-05'))
  for (const paper of ['roll80', 'a4'] as const) {
    const pdf = await counter.file(`/api/v1/receipts/${name}/prints`, { paper })
    comparePicture(await firstPage(browser, pdf, scales[paper]), `receipt-${paper}`)
  }
}

/** A car comes, stays for a hundred minutes, and its exit is paid in cash. */
async function letCarOut(counter: Counter, server: TestServer): Promise<void> {
  const stay = await counter.ask('POST', '/api/v1/stays', { plate: 'KL01ZZ4242' })
  server.advance(100 * 60_000)
  const { payment } = await counter.ask('POST', `/api/v1/stays/${String(stay['id'])}/exit-quotes`)
  const { id } = payment as { id: string }
  await counter.ask('POST', `/api/v1/payments/${id}/tenders`, { method: 'cash', cash_received_minor: 10_000 })
}

/** Draws a PDF's first page with pdf.js in the browser, as it stands on paper. */
async function firstPage(browser: Browser, pdf: Uint8Array, scale: number): Promise<Buffer> {
  const page = await browser.newPage()
  await page.route('http://pdf.test/**', async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1)
    if (file === '') return route.fulfill({ contentType: 'text/html', body: '<canvas style="display:block"></canvas>' })
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(pdfjs, file)) })
  })
  await page.goto('http://pdf.test/')
  const size = await page.evaluate(drawFirstPage, { data: Buffer.from(pdf).toString('base64'), scale })
  await page.setViewportSize(size)
  const png = await page.locator('canvas').screenshot()
  await page.close()
  return png
}

/** Runs in the page. */
async function drawFirstPage({
  data,
  scale,
}: {
  data: string
  scale: number
}): Promise<{ width: number; height: number }> {
  const source = '/pdf.mjs'
  const { getDocument, GlobalWorkerOptions } = (await import(source)) as typeof Pdfjs
  GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
  const pdf = await getDocument({ data: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) }).promise
  const first = await pdf.getPage(1)
  const viewport = first.getViewport({ scale })
  const canvas = document.querySelector('canvas')
  if (canvas === null) throw new Error('there is no canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  document.body.style.margin = '0'
  await first.render({ canvas, viewport }).promise
  return { width: canvas.width, height: canvas.height }
}
