import { useT } from '../../src-shared/ui/translator.tsx'
import { useSend } from '../session/kiosk-context.ts'

/** One step back, or out altogether; each step of the flow has both. */
export function WaysOut() {
  const t = useT()
  const send = useSend()
  return (
    <>
      <button type="button" className="button" onClick={() => send({ type: 'back' })}>
        {t('common.back')}
      </button>
      <LeaveButton />
    </>
  )
}

/** Out of the flow: everything personal is wiped, and a hold is given back. */
export function LeaveButton() {
  const t = useT()
  const send = useSend()
  return (
    <button type="button" className="button" onClick={() => send({ type: 'leave' })}>
      {t('common.cancel')}
    </button>
  )
}
