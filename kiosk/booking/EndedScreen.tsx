import { useT } from '../../src-shared/ui/translator.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { ClosingLine } from '../idle/ClosingLine.tsx'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'

/** No booking after all: why, and how to try once more. */
export function EndedScreen({ session }: { readonly session: SessionAt<'ended'> }) {
  const t = useT()
  const send = useSend()
  return (
    <Screen
      name="ended"
      title={t(`kiosk.ended.${session.why}.title`)}
      lead={t(`kiosk.ended.${session.why}.body`)}
      secondary={
        <button type="button" className="button" onClick={() => send({ type: 'leave' })}>
          {t('kiosk.ended.finish')}
        </button>
      }
      primary={<PrimaryButton onPress={() => send({ type: 'choose_again' })}>{t('kiosk.ended.again')}</PrimaryButton>}
    >
      <ClosingLine />
    </Screen>
  )
}
