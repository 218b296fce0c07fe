import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import type { VouchForm } from './vouching.ts'

interface VouchFieldsProps {
  readonly form: VouchForm
  readonly faults: readonly (keyof VouchForm)[]
  readonly onForm: (form: VouchForm) => void
  readonly onSubmit: () => void
}

export function VouchFields({ form, faults, onForm, onSubmit }: VouchFieldsProps) {
  const t = useT()
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
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
      <Field label={t('clock.vouch.pin')} fault={faults.includes('pin') ? t('clock.vouch.pinFault') : undefined}>
        {(tied) => (
          <input
            {...tied}
            className="input input--pin"
            type="password"
            inputMode="numeric"
            maxLength={8}
            autoComplete="off"
            value={form.pin}
            onChange={(event) => onForm({ ...form, pin: event.target.value })}
          />
        )}
      </Field>
      {/* Enter sends a form of two fields only where it has a button. */}
      <button type="submit" hidden />
    </form>
  )
}
