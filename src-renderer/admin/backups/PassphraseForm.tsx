import { useState } from 'react'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'

interface PassphraseFormProps {
  readonly busy: boolean
  /** Whether the passphrase that this computer keeps was tried before. */
  readonly isKeptWrong?: boolean
  readonly onOpen: (passphrase: string) => void
}

/** Asks for the passphrase of an encrypted backup. */
export function PassphraseForm({ busy, isKeptWrong = false, onOpen }: PassphraseFormProps) {
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
      <p>{t(isKeptWrong ? 'backups.sheet.keptWrong' : 'backups.sheet.encryptedHint')}</p>
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
