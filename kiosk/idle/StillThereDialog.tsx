import { useT } from '../../src-shared/ui/translator.tsx'
import { QuestionDialog } from '../frame/QuestionDialog.tsx'
import { useKioskState } from '../session/kiosk-context.ts'

/** Asks a silent customer whether they are still there, before everything of theirs is wiped. */
export function StillThereDialog({ onStay }: { readonly onStay: () => void }) {
  const t = useT()
  const seconds = useKioskState(({ presence }) => (presence.is === 'asked' ? presence.secondsLeft : undefined))
  if (seconds === undefined) return null
  return (
    <QuestionDialog title={t('kiosk.idle.title')} body={t('kiosk.idle.body', { seconds })} onCancel={onStay}>
      <button type="button" className="button button--primary" onClick={onStay}>
        {t('kiosk.idle.stay')}
      </button>
    </QuestionDialog>
  )
}
