import { useRef, useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { PrintOutcome, PrintProblem } from './print-this-page.ts'

/** Prints something, says what became of it, and keeps it for another try. */
export function usePrinting() {
  const t = useT()
  const [problem, setProblem] = useState<PrintProblem | null>(null)
  const last = useRef<(byDialog: boolean) => Promise<PrintOutcome>>(undefined)

  /** Nothing has come out of a printer that had a problem, so that trying again makes no second copy. */
  const again = async (byDialog: boolean): Promise<void> => {
    setProblem(null)
    const outcome = await last.current?.(byDialog)
    if (outcome?.is === 'failed') setProblem(outcome.problem)
    if (outcome?.is === 'sent') toast.success(t('printing.sent', { printer: outcome.printer }), { toastId: 'printed' })
  }
  const print = (send: (byDialog: boolean) => Promise<PrintOutcome>): Promise<void> => {
    last.current = send
    return again(false)
  }
  return { print, again, problem }
}

export type Printing = ReturnType<typeof usePrinting>
