import type { PrinterInfo, WebContents } from 'electron'
import type { Printer, PrinterTrouble } from '../../src-shared/desktop/printing.ts'

/** Reads what CUPS says of a printer, on Linux and macOS. On Windows nothing is known, and the queue takes everything. */
export function troubleOf(options: Readonly<Record<string, unknown>>): PrinterTrouble | null {
  const said = (name: string) => {
    const value = options[name]
    return typeof value === 'string' ? value : ''
  }
  const reasons = said('printer-state-reasons').split(',')
  const isSaid = (...words: readonly string[]) =>
    reasons.some((reason) => words.some((word) => reason.trim().startsWith(word)))
  if (isSaid('media-empty', 'media-needed')) return 'no_paper'
  if (isSaid('offline', 'shutdown', 'connecting-to-device', 'timed-out')) return 'offline'
  // 5 is IPP's word for stopped.
  if (said('printer-state') === '5' || said('printer-is-accepting-jobs') === 'false') return 'stopped'
  return null
}

export function printerOf({ name, displayName, options }: PrinterInfo): Printer {
  // Electron's type says an object and no more.
  const said: Readonly<Record<string, unknown>> = { ...options }
  return { name, title: displayName === '' ? name : displayName, trouble: troubleOf(said) }
}

/** The printers that this computer has, as it knows them now. */
export async function printersOf(page: Pick<WebContents, 'getPrintersAsync'>): Promise<Printer[]> {
  return (await page.getPrintersAsync()).map(printerOf)
}
