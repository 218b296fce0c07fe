import { useT } from '../../src-shared/ui/translator.tsx'
import { wordsOf, type Failure } from '../connection/failure.ts'
import { Button } from './Button.tsx'

interface FailureNoteProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** What went wrong and what to do now; the code stands small below, for the phone call. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const t = useT()
  return (
    <div className="note note--danger" role="alert">
      <div>
        <p>{wordsOf(failure, t)}</p>
        <p className="note__code">{t('console.code', { code: failure.code })}</p>
      </div>
      {onRetry !== undefined && <Button onClick={onRetry}>{t('console.tryAgain')}</Button>}
    </div>
  )
}
