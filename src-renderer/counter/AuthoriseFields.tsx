import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { PinInput } from '../controls/PinInput.tsx'
import type { Authorised } from './authorise.ts'

interface AuthoriseFieldsProps {
  readonly form: Authorised
  readonly faults: readonly (keyof Authorised)[]
  readonly needsPin: boolean
  readonly onForm: (form: Authorised) => void
}

export function AuthoriseFields({ form, faults, needsPin, onForm }: AuthoriseFieldsProps) {
  const t = useT()
  return (
    <>
      <Field
        label={t('counter.reason')}
        hint={t('counter.reasonHint')}
        fault={faults.includes('reason') ? t('counter.reasonFault') : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            className="input"
            maxLength={200}
            autoComplete="off"
            value={form.reason}
            onChange={(event) => onForm({ ...form, reason: event.target.value })}
          />
        )}
      </Field>
      {needsPin && (
        <PinInput value={form.pin} isWrong={faults.includes('pin')} onValue={(pin) => onForm({ ...form, pin })} />
      )}
    </>
  )
}
