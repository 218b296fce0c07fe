import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import type { Printing } from './use-printing.ts'

/** Why nothing came out of the printer, and what can be done: mend it and try again, or take another. */
export function PrintProblemNote({ printing: { problem, again } }: { printing: Pick<Printing, 'problem' | 'again'> }) {
  const t = useT()
  if (problem === null) return null
  const { why, printer } = problem
  // What a printer has refused, rather than never been given, may still have come out in part.
  const isUntouched = why !== 'none' && why !== 'failed'
  return (
    <div className="note note--danger" role="alert">
      <p>{why === 'none' ? t('receipts.noPrinter') : t(`printing.problem.${why}`, { printer })}</p>
      {isUntouched && (
        <div className="note__tools">
          <Button onClick={() => void again(true)}>{t('printing.another')}</Button>
          <Button onClick={() => void again(false)}>{t('printing.again')}</Button>
        </div>
      )}
    </div>
  )
}
