import { isPlate, normalisePlate } from '../../src-shared/plate/plate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useTakeBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { usePlateKeys } from '../keys/plate-keys.ts'
import { TypedField } from '../keys/TypedField.tsx'
import { newIdempotencyKey } from '../session/idempotency-key.ts'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { isPhoneOrNone } from './phone.ts'

const LONGEST_PLATE = 12

/** Which car comes. This screen’s action takes the slot or the bay; a phone number comes before that only if wanted. */
export function PlateScreen({ session }: { readonly session: SessionAt<'plate'> }) {
  const t = useT()
  const send = useSend()
  const { plate, phone } = session.details
  const isParking = session.choice.kind === 'parking'
  const cannotSend = useTakeBlocked()
  const unfinished = whatIsMissing(plate, phone)
  const blocked = unfinished === undefined ? cannotSend : t(unfinished)
  function submit(): void {
    if (blocked === undefined) send({ type: 'submitted', key: newIdempotencyKey() })
  }
  const rows = usePlateKeys()
  return (
    <Screen
      name="plate"
      title={t('kiosk.plate.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={
        <>
          <WaysOut />
          <OtherWishes isParking={isParking} canGoOn={isPlate(plate)} />
        </>
      }
      primary={
        <PrimaryButton onPress={submit} blockedBecause={blocked}>
          {t(isParking ? 'kiosk.phone.submitBay' : 'kiosk.phone.submit')}
        </PrimaryButton>
      }
    >
      <TypedField
        label={t('kiosk.plate.label')}
        className="plate plate-field"
        text={plate}
        accept={acceptPlate}
        onChange={(typed) => send({ type: 'plate_typed', plate: typed })}
        onEnter={submit}
        keys={{ rows, label: t('kiosk.keys.letters'), className: 'keys--plate' }}
      />
    </Screen>
  )
}

/** What few wish: a certain bay, and to be rung. */
function OtherWishes({ isParking, canGoOn }: { readonly isParking: boolean; readonly canGoOn: boolean }) {
  const t = useT()
  const send = useSend()
  return (
    <>
      {isParking && (
        <button type="button" className="button" onClick={() => send({ type: 'other_bay' })}>
          {t('kiosk.plate.chooseBay')}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-disabled={!canGoOn}
        onClick={() => canGoOn && send({ type: 'plate_done' })}
      >
        {t('kiosk.plate.addPhone')}
      </button>
    </>
  )
}

function whatIsMissing(plate: string, phone: string): 'kiosk.plate.short' | 'kiosk.phone.short' | undefined {
  if (!isPlate(plate)) return 'kiosk.plate.short'
  return isPhoneOrNone(phone) ? undefined : 'kiosk.phone.short'
}

function acceptPlate(text: string): string {
  return [...normalisePlate(text)].slice(0, LONGEST_PLATE).join('')
}
