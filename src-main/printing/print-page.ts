import type { WebContents, WebContentsPrintOptions } from 'electron'
import type { PrintAnswer, PrintOrder } from '../../src-shared/desktop/printing.ts'
import { log } from '../log.ts'
import { printersOf } from './printers.ts'

/** Opens the system's print dialog; closing it without printing is no failure. */
export function printByDialog(page: WebContents): Promise<undefined> {
  return new Promise((resolve, reject) => {
    page.print({ printBackground: true }, (printed, reason) => {
      if (!printed) log(`not printed: ${reason}`)
      if (printed || /cancel/i.test(reason)) resolve(undefined)
      else reject(new Error(reason))
    })
  })
}

/** Electron measures paper in thousandths of a millimetre. */
const micronsPerMm = 1000

export function printOptions(order: PrintOrder): WebContentsPrintOptions {
  return {
    silent: true,
    deviceName: order.printer,
    printBackground: true,
    margins: { marginType: order.bare ? 'none' : 'default' },
    // Without it a silent print takes a size of its own, whatever the page says of its paper.
    pageSize: {
      width: Math.round(order.width_mm * micronsPerMm),
      height: Math.round(order.height_mm * micronsPerMm),
    },
  }
}

type PrintingPage = Pick<WebContents, 'getPrintersAsync' | 'print'>

/** Prints without a dialog. A printer that is gone or in trouble is asked nothing: its queue would take the page, and nobody would know. */
export async function printTo(page: PrintingPage, order: PrintOrder): Promise<PrintAnswer> {
  const printer = (await printersOf(page)).find(({ name }) => name === order.printer)
  if (printer === undefined) return 'gone'
  if (printer.trouble !== null) return printer.trouble
  return new Promise((resolve) => {
    page.print(printOptions(order), (printed, reason) => {
      if (!printed) log(`not printed on ${order.printer}: ${reason}`)
      resolve(printed ? 'sent' : 'failed')
    })
  })
}
