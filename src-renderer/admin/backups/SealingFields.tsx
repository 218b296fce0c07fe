import { useId } from 'react'
import type { BackupList } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'
import { passphraseStrength } from './passphrase-strength.ts'
import { canKeep, type SealingDraft } from './sealing-draft.ts'

interface SealingFieldsProps {
  readonly draft: SealingDraft
  readonly wasOn: boolean
  readonly passphrase: BackupList['passphrase']
  /** How many copies lie in the second folder in clear. */
  readonly plainThere: number
  readonly isTried: boolean
  readonly onDraft: (draft: SealingDraft) => void
}

/** Whether what goes to the second folder is encrypted, and by what. */
export function SealingFields({ draft, wasOn, passphrase, plainThere, isTried, onDraft }: SealingFieldsProps) {
  const t = useT()
  const hintId = useId()
  const { place, kept } = passphrase
  return (
    <>
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            aria-describedby={hintId}
            checked={draft.isOn}
            disabled={!canKeep(place) && !draft.isOn}
            onChange={(event) => onDraft({ ...draft, isOn: event.target.checked })}
          />
          <span>{t('backups.seal.on')}</span>
        </label>
        <p className="field__hint" id={hintId}>
          {t('backups.seal.hint')}
        </p>
      </div>
      {!canKeep(place) && <p className={draft.isOn ? 'note note--danger' : 'note'}>{t(`backups.seal.${place}`)}</p>}
      {draft.isOn && place === 'file' && <p className="note">{t('backups.seal.file')}</p>}
      {draft.isOn && place === 'keyring' && (
        <PassphraseFields draft={draft} kept={kept} wasOn={wasOn} isTried={isTried} onDraft={onDraft} />
      )}
      {draft.isOn && plainThere > 0 && <p className="note">{t('backups.seal.plainThere', { count: plainThere })}</p>}
      {wasOn && !draft.isOn && <p className="note note--danger">{t('backups.seal.turnOff')}</p>}
    </>
  )
}

type PassphraseFieldsProps = Pick<SealingFieldsProps, 'draft' | 'wasOn' | 'isTried' | 'onDraft'> & {
  readonly kept: boolean
}

function PassphraseFields({ draft, kept, wasOn, isTried, onDraft }: PassphraseFieldsProps) {
  const t = useT()
  if (kept && !draft.isTyping) {
    return (
      <div className="field">
        <p className="note note--ok">{t('backups.seal.kept')}</p>
        <div>
          <Button onClick={() => onDraft({ ...draft, isTyping: true })}>{t('backups.seal.change')}</Button>
        </div>
      </div>
    )
  }
  const { typed, again } = draft
  const strength = passphraseStrength(typed)
  const short = isTried && strength === 'short' ? t('backups.export.short') : undefined
  const differs = isTried && strength !== 'short' && typed !== again ? t('backups.export.differs') : undefined
  return (
    <>
      {!kept && wasOn && <p className="note note--danger">{t('backups.seal.lost')}</p>}
      {kept && <p className="field__hint">{t('backups.seal.changeHint')}</p>}
      <Field label={t('backups.export.passphrase')} hint={t(`backups.strength.${strength}`)} fault={short}>
        {(tied) => (
          <PasswordInput
            {...tied}
            autoComplete="new-password"
            maxLength={200}
            value={typed}
            onValue={(value) => onDraft({ ...draft, typed: value })}
          />
        )}
      </Field>
      <Field label={t('backups.export.again')} fault={differs}>
        {(tied) => (
          <PasswordInput
            {...tied}
            autoComplete="new-password"
            maxLength={200}
            value={again}
            onValue={(value) => onDraft({ ...draft, again: value })}
          />
        )}
      </Field>
      <p className="note">{t('backups.seal.paper')}</p>
      {kept && (
        <div>
          <Button look="quiet" onClick={() => onDraft({ ...draft, isTyping: false, typed: '', again: '' })}>
            {t('backups.seal.keep')}
          </Button>
        </div>
      )}
    </>
  )
}
