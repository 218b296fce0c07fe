import type { PrinterInfo, WebContentsPrintOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { printOptions, printTo } from '../../../src-main/printing/print-page.ts'
import { printerOf, troubleOf } from '../../../src-main/printing/printers.ts'
import type { PrintOrder } from '../../../src-shared/desktop/printing.ts'

const order: PrintOrder = { printer: 'counter', width_mm: 80, height_mm: 143, bare: true }

describe('what CUPS says of a printer', () => {
  it.each([
    ['nothing is wrong', { 'printer-state': '3', 'printer-state-reasons': 'none' }, null],
    ['it prints just now', { 'printer-state': '4', 'printer-state-reasons': 'none' }, null],
    ['the roll is at its end', { 'printer-state': '3', 'printer-state-reasons': 'media-empty-error' }, 'no_paper'],
    ['paper is asked for', { 'printer-state-reasons': 'toner-low,media-needed' }, 'no_paper'],
    ['paper is low, and prints', { 'printer-state-reasons': 'media-low-warning' }, null],
    ['it is off', { 'printer-state': '5', 'printer-state-reasons': 'offline-report' }, 'offline'],
    ['it does not answer', { 'printer-state-reasons': 'connecting-to-device' }, 'offline'],
    ['somebody stopped it', { 'printer-state': '5', 'printer-state-reasons': 'paused' }, 'stopped'],
    ['its queue is shut', { 'printer-state': '3', 'printer-is-accepting-jobs': 'false' }, 'stopped'],
    ['nothing is said, as on Windows', {}, null],
    ['something else than text is said', { 'printer-state': 5, 'printer-state-reasons': null }, null],
  ] as const)('%s', (_what, options, trouble) => {
    expect(troubleOf(options)).toBe(trouble)
  })

  it('names it as a person does, or else as the system does', () => {
    const info: PrinterInfo = { name: 'counter', displayName: 'The counter', description: '', options: {} }
    expect(printerOf(info).title).toBe('The counter')
    expect(printerOf({ ...info, displayName: '' }).title).toBe('counter')
  })
})

describe('an order to print', () => {
  const page = (options: object, printed = true) => ({
    getPrintersAsync: async () => [{ name: 'counter', displayName: '', description: '', options }],
    print: vi.fn((_options: WebContentsPrintOptions, done: (printed: boolean, reason: string) => void) =>
      done(printed, printed ? '' : 'Print job failed'),
    ),
  })

  it('names the printer and the size of the paper, and asks nobody', () => {
    expect(printOptions(order)).toEqual({
      silent: true,
      deviceName: 'counter',
      printBackground: true,
      margins: { marginType: 'none' },
      pageSize: { width: 80_000, height: 143_000 },
    })
    expect(printOptions({ ...order, bare: false }).margins).toEqual({ marginType: 'default' })
  })

  it('is sent to a printer that is there', async () => {
    expect(await printTo(page({}) as never, order)).toBe('sent')
  })
  it('says when the printer did not take it', async () => {
    expect(await printTo(page({}, false) as never, order)).toBe('failed')
  })
  it.each([
    ['is gone', {}, { ...order, printer: 'other' }, 'gone'],
    ['has no paper', { 'printer-state-reasons': 'media-empty' }, order, 'no_paper'],
    ['is stopped', { 'printer-state': '5' }, order, 'stopped'],
  ] as const)('is kept from a printer that %s', async (_why, options, asked, answer) => {
    const there = page(options)
    expect(await printTo(there as never, asked)).toBe(answer)
    expect(there.print).not.toHaveBeenCalled()
  })
})
