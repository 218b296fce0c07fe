/** What a printer is for: receipts and what else goes over the counter, or lists on plain paper. */
export const printerUses = ['receipts', 'lists'] as const
export type PrinterUse = (typeof printerUses)[number]

const storageKey = (use: PrinterUse) => `kerbside.printer.${use}`

/** The printer that this computer prints on without asking; null where it asks each time. */
export function chosenPrinter(use: PrinterUse): string | null {
  const kept = localStorage.getItem(storageKey(use))
  return kept === '' ? null : kept
}

export function choosePrinter(use: PrinterUse, printer: string | null) {
  if (printer === null) localStorage.removeItem(storageKey(use))
  else localStorage.setItem(storageKey(use), printer)
}
