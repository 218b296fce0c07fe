import { useT } from '../../src-shared/ui/translator.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { WaysOut } from '../frame/WaysOut.tsx'
import type { SessionAt } from '../session/session.ts'
import { DayList } from './DayList.tsx'

/** The day of a wash. */
export function DateScreen({ session }: { readonly session: SessionAt<'date'> }) {
  const t = useT()
  return (
    <Screen
      name="date"
      title={t('kiosk.date.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
    >
      <DayList kind="wash" />
    </Screen>
  )
}
