import type { PrintAnswer, PrintOrder } from '../../src-shared/desktop/printing.ts'
import { desktop } from '../bridge.ts'
import { chosenPrinter, type PrinterUse } from './printer-choice.ts'

/** Why nothing came out. `none`: the system's dialog had no printer to offer. */
export interface PrintProblem {
  readonly why: 'none' | Exclude<PrintAnswer, 'sent'>
  readonly printer: string
}

/** What became of it: by the dialog nobody is told more; a printer that was chosen before has taken it, or not. */
export type PrintOutcome =
  | { readonly is: 'asked' }
  | { readonly is: 'sent'; readonly printer: string }
  | { readonly is: 'failed'; readonly problem: PrintProblem }

/** Prints the page as it stands. @param byDialog asks for a printer, also where one was chosen */
export async function printThisPage(
  use: PrinterUse,
  size: Omit<PrintOrder, 'printer'>,
  byDialog: boolean,
): Promise<PrintOutcome> {
  if (desktop === undefined) {
    window.print()
    return { is: 'asked' }
  }
  const printer = byDialog ? null : chosenPrinter(use)
  if (printer === null) {
    // A machine without a printer is nothing that the page did wrong; the desktop has written down why.
    return desktop.printPage().then(
      () => ({ is: 'asked' }),
      () => ({ is: 'failed', problem: { why: 'none', printer: '' } }),
    )
  }
  const answer = await desktop.printing.print({ printer, ...size }).catch(() => 'failed' as const)
  return answer === 'sent' ? { is: 'sent', printer } : { is: 'failed', problem: { why: answer, printer } }
}
