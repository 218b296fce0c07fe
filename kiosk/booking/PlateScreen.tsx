import { isPlate, normalisePlate } from '../../src-shared/plate/plate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { WaysOut } from '../frame/WaysOut.tsx'
import { usePlateKeys } from '../keys/plate-keys.ts'
import { TypedField } from '../keys/TypedField.tsx'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'

const LONGEST_PLATE = 12

/** Which car comes. */
export function PlateScreen({ session }: { readonly session: SessionAt<'plate'> }) {
  const t = useT()
  const send = useSend()
  const { plate } = session.details
  const rows = usePlateKeys()
  return (
    <Screen
      name="plate"
      title={t('kiosk.plate.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
      primary={
        <PrimaryButton
          onPress={() => send({ type: 'plate_done' })}
          blockedBecause={isPlate(plate) ? undefined : t('kiosk.plate.short')}
        >
          {t('kiosk.next')}
        </PrimaryButton>
      }
    >
      <TypedField
        label={t('kiosk.plate.label')}
        className="plate plate-field"
        text={plate}
        accept={acceptPlate}
        onChange={(typed) => send({ type: 'plate_typed', plate: typed })}
        onEnter={() => send({ type: 'plate_done' })}
        keys={{ rows, label: t('kiosk.keys.letters'), className: 'keys--plate' }}
      />
    </Screen>
  )
}

function acceptPlate(text: string): string {
  return [...normalisePlate(text)].slice(0, LONGEST_PLATE).join('')
}
