import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { TypedField } from '../keys/TypedField.tsx'
import { useKioskState, useSend } from '../session/kiosk-context.ts'
import { PAIRING_CODE_LENGTH, readPairingCode } from './pairing-code.ts'

const rows = ['01234567', '89ABCDEF', 'GHJKMNPQ', 'RSTVWXYZ']

/** Lets an attendant pair this kiosk by the console's one-time code. */
export function PairingScreen() {
  const t = useT()
  const send = useSend()
  const session = useKioskState((state) => state.session)
  const [code, setCode] = useState('')
  const left = PAIRING_CODE_LENGTH - code.length
  function pair(): void {
    if (left > 0) return
    send({ type: 'code_entered', code })
    setCode('')
  }
  return (
    <Screen
      name="pairing"
      title={t('kiosk.pairing.title')}
      lead={t('kiosk.pairing.lead')}
      failure={session.at === 'unpaired' ? session.failure : undefined}
      primary={
        <PrimaryButton onPress={pair} blockedBecause={left > 0 ? t('kiosk.pairing.incomplete', { left }) : undefined}>
          {t('kiosk.pairing.submit')}
        </PrimaryButton>
      }
    >
      {session.at === 'pairing' ? (
        <Busy words={t('kiosk.pairing.busy')} slow={t('kiosk.starting.slow')} />
      ) : (
        <TypedField
          label={t('kiosk.pairing.code')}
          className="code-field tabular"
          text={code}
          accept={readPairingCode}
          onChange={setCode}
          onEnter={pair}
          keys={{ rows, label: t('kiosk.keys.letters'), className: 'keys--code' }}
        />
      )}
    </Screen>
  )
}
