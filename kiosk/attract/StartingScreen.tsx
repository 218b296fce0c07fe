import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { Screen } from '../frame/Screen.tsx'
import { useKioskState } from '../session/kiosk-context.ts'

/** Before the server has said who this kiosk is. It goes on asking by itself. */
export function StartingScreen() {
  const t = useT()
  const failure = useKioskState(({ session }) => (session.at === 'starting' ? session.failure : undefined))
  return (
    <Screen name="starting" title={t('kiosk.starting.title')} failure={failure}>
      <Busy words={t('common.loading')} slow={t('kiosk.starting.slow')} />
    </Screen>
  )
}
