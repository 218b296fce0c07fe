import { useT } from '../../src-shared/ui/translator.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useTakeBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { TypedField } from '../keys/TypedField.tsx'
import { newIdempotencyKey } from '../session/idempotency-key.ts'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { isPhoneOrNone } from './phone.ts'

const rows = ['123', '456', '789', '+0']
const LONGEST_PHONE = 16

/** A number to ring, for whoever wants to be rung. This screen's action takes the slot. */
export function PhoneScreen({ session }: { readonly session: SessionAt<'phone'> }) {
  const t = useT()
  const send = useSend()
  const { phone } = session.details
  const isParking = session.choice.kind === 'parking'
  const cannotSend = useTakeBlocked()
  const blocked = isPhoneOrNone(phone) ? cannotSend : t('kiosk.phone.short')
  function submit(): void {
    if (blocked === undefined) send({ type: 'submitted', key: newIdempotencyKey() })
  }
  return (
    <Screen
      name="phone"
      title={t('kiosk.phone.title')}
      lead={t('kiosk.phone.lead')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
      primary={
        <PrimaryButton onPress={submit} blockedBecause={blocked}>
          {t(`kiosk.phone.${phone === '' ? 'skip' : 'submit'}${isParking ? 'Bay' : ''}`)}
        </PrimaryButton>
      }
    >
      <TypedField
        label={t('kiosk.phone.label')}
        className="phone-field tabular"
        text={phone}
        accept={acceptPhone}
        onChange={(typed) => send({ type: 'phone_typed', phone: typed })}
        onEnter={submit}
        keys={{ rows, label: t('kiosk.keys.digits'), className: 'keys--phone' }}
      />
    </Screen>
  )
}

function acceptPhone(text: string): string {
  const plus = text.startsWith('+') ? '+' : ''
  return (plus + text.replace(/\D/g, '')).slice(0, LONGEST_PHONE)
}
