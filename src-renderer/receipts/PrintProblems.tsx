import { FailureNote } from '../controls/FailureNote.tsx'
import type { Task } from '../connection/use-task.ts'
import { PrintProblemNote } from '../printing/PrintProblemNote.tsx'
import type { Printing } from '../printing/use-printing.ts'

/** Why nothing came out of the printer, and what holds now. */
export function PrintProblems({
  print: { task, printing },
}: {
  print: { readonly task: Task; readonly printing: Pick<Printing, 'problem' | 'again'> }
}) {
  return (
    <>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <PrintProblemNote printing={printing} />
    </>
  )
}
