import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { PinInput } from '../controls/PinInput.tsx'
import type { VouchForm } from './vouching.ts'

interface VouchFieldsProps {
  readonly form: VouchForm
  readonly faults: readonly (keyof VouchForm)[]
  readonly onForm: (form: VouchForm) => void
}

export function VouchFields({ form, faults, onForm }: VouchFieldsProps) {
  const t = useT()
  return (
    <>
      <Field
        label={t('clock.vouch.reason')}
        hint={t('clock.vouch.reasonHint')}
        fault={faults.includes('reason') ? t('clock.vouch.reasonFault') : undefined}
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
      <PinInput value={form.pin} isWrong={faults.includes('pin')} onValue={(pin) => onForm({ ...form, pin })} />
    </>
  )
}
