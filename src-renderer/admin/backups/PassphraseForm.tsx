import { useState } from 'react'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'

/** Asks for the passphrase of an encrypted backup. */
export function PassphraseForm({ busy, onOpen }: { busy: boolean; onOpen: (passphrase: string) => void }) {
  const t = useT()
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '' && !busy) onOpen(passphrase)
      }}
    >
      <p>{t('backups.sheet.encryptedHint')}</p>
      <Field label={t('backups.sheet.passphrase')}>
        {(tied) => <PasswordInput {...tied} autoComplete="off" value={passphrase} onValue={setPassphrase} />}
      </Field>
      <div className="form__actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('backups.sheet.open')}
        </Button>
      </div>
    </form>
  )
}
