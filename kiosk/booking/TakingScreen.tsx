import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { Screen } from '../frame/Screen.tsx'
import { LeaveButton } from '../frame/WaysOut.tsx'
import type { SessionAt } from '../session/session.ts'

/** While the server takes the slot. */
export function TakingScreen({ session }: { readonly session: SessionAt<'taking'> }) {
  const t = useT()
  return (
    <Screen
      name="taking"
      title={t(session.choice.kind === 'parking' ? 'kiosk.taking.titleBay' : 'kiosk.taking.title')}
      secondary={<LeaveButton />}
    >
      <Busy words={t('common.loading')} slow={t('kiosk.taking.slow')} />
      {session.answer === 'lost' && (
        <p className="notice" role="alert">
          {t('kiosk.taking.lost')}
        </p>
      )}
    </Screen>
  )
}
