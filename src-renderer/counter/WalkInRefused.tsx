import { useT } from '../../src-shared/ui/translator.tsx'
import type { Failure } from '../connection/failure.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { openCounter } from './counter-task.ts'
import type { WalkInForm } from './walk-in-form.ts'

/** Why there is no ticket; a full lot has a waitlist. */
export function WalkInRefused({ failure, form }: { failure: Failure; form: WalkInForm }) {
  const t = useT()
  return (
    <>
      <FailureNote failure={failure} />
      {failure.code === 'lot_full' && (
        <Button onClick={() => openCounter({ is: 'wait', plate: form.plate, bayClass: form.bayClass })}>
          {t('shell.do.wait')}
        </Button>
      )}
    </>
  )
}
