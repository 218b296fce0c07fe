import { useT } from '../../src-shared/ui/translator.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import type { ReceiptPrint } from './use-receipt-print.tsx'

/** Why nothing came out of the printer, and what holds now. */
export function PrintProblems({
  print: { task, hasNoPrinter },
}: {
  print: Pick<ReceiptPrint, 'task' | 'hasNoPrinter'>
}) {
  const t = useT()
  return (
    <>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      {hasNoPrinter && (
        <p className="note note--danger" role="alert">
          {t('receipts.noPrinter')}
        </p>
      )}
    </>
  )
}
