import type { TariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Field } from '../../controls/Field.tsx'
import { PinInput } from '../../controls/PinInput.tsx'
import { MomentFields } from '../QuestionFields.tsx'
import { useMomentWords } from '../use-moment-words.ts'
import type { SaveForm } from './save-form.ts'

interface SaveFieldsProps {
  readonly form: SaveForm
  readonly faults: readonly ('name' | 'when' | 'pin')[]
  readonly coming: readonly TariffVersion[]
  readonly onForm: (form: SaveForm) => void
  readonly onSubmit: () => void
}

export function SaveFields({ form, faults, coming, onForm, onSubmit }: SaveFieldsProps) {
  const t = useT()
  return (
    <form
      className="form"
      id="save-tariff"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Field
        label={t('tariffs.save.name')}
        hint={t('tariffs.save.nameHint')}
        fault={faults.includes('name') ? t('tariffs.save.nameFault') : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            className="input"
            maxLength={60}
            autoComplete="off"
            value={form.name}
            onChange={({ target }) => onForm({ ...form, name: target.value })}
          />
        )}
      </Field>
      <WhenFields form={form} coming={coming} onForm={onForm} isFaulty={faults.includes('when')} />
      <PinInput value={form.pin} isWrong={faults.includes('pin')} onValue={(pin) => onForm({ ...form, pin })} />
    </form>
  )
}

interface WhenFieldsProps extends Pick<SaveFieldsProps, 'form' | 'coming' | 'onForm'> {
  readonly isFaulty: boolean
}

/** A version that is coming cannot be changed, only replaced by one that begins at the same instant. */
function WhenFields({ form, coming, onForm, isFaulty }: WhenFieldsProps) {
  const t = useT()
  const at = useMomentWords()
  const options = [
    { when: 'now', words: t('tariffs.save.now') },
    { when: 'later', words: t('tariffs.save.later') },
    ...coming.map(({ id, name, valid_from: from }) => ({
      when: id,
      words: t('tariffs.save.replace', { name, at: from === null ? '' : at(from) }),
    })),
  ]
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('tariffs.save.when')}</legend>
      {options.map(({ when, words }) => (
        <label className="choice" key={when}>
          <input type="radio" name="when" checked={form.when === when} onChange={() => onForm({ ...form, when })} />
          <span>{words}</span>
        </label>
      ))}
      {form.when === 'later' && (
        <MomentFields
          names={['tariffs.save.date', 'tariffs.save.time']}
          date={form.date}
          time={form.time}
          onDate={(date) => onForm({ ...form, date })}
          onTime={(time) => onForm({ ...form, time })}
        />
      )}
      {isFaulty && <p className="field__fault">{t('tariffs.save.whenFault')}</p>}
      {coming.length > 0 && <p className="field__hint">{t('tariffs.save.comingHint')}</p>}
    </fieldset>
  )
}
