import { useT } from '../../src-shared/ui/translator.tsx'
import { useKioskState } from '../session/kiosk-context.ts'

/** Says when the screen will close by itself. */
export function ClosingLine() {
  const t = useT()
  const seconds = useKioskState(({ presence }) => (presence.is === 'closing' ? presence.secondsLeft : undefined))
  return <p className="closing-line tabular">{seconds === undefined ? '' : t('kiosk.closesIn', { seconds })}</p>
}
