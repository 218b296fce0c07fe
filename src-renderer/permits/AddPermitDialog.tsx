import { useRef, useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import { BayClass } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { DateField } from '../controls/DateField.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { permitFaults, permitRequest, type PermitField, type PermitForm } from './permit-form.ts'

interface AddPermitDialogProps {
  /** The site's calendar day. */
  readonly today: string
  readonly onAdded: () => void
  readonly onClose: () => void
}

export function AddPermitDialog({ today, onAdded, onClose }: AddPermitDialogProps) {
  const t = useT()
  const { task, run, clear } = useTask()
  const element = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState<PermitForm>({ plate: '', holder: '', bayClass: null, from: today, to: '' })
  const [faults, setFaults] = useState<readonly PermitField[]>([])
  const change = (part: Partial<PermitForm>) => {
    setForm({ ...form, ...part })
    setFaults([])
    clear()
  }
  const submit = async () => {
    const found = permitFaults(form, today)
    setFaults(found)
    if (found[0] !== undefined) {
      const first = `[name="${found[0]}"], [data-name="${found[0]}"] [role="spinbutton"]`
      return element.current?.querySelector<HTMLElement>(first)?.focus()
    }
    await run(async () => {
      const { plate } = await api.call('POST /api/v1/permits', { body: permitRequest(form) })
      toast.success(t('permits.added', { plate }))
      onAdded()
    })
  }
  return (
    <Dialog
      title={t('permits.new.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="new-permit" busy={task.is === 'busy'}>
            {t('permits.new.submit')}
          </Button>
        </>
      }
    >
      <form
        ref={element}
        className="form"
        id="new-permit"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PermitFields form={form} faults={faults} change={change} />
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
  )
}

interface PermitFieldsProps {
  readonly form: PermitForm
  readonly faults: readonly PermitField[]
  readonly change: (part: Partial<PermitForm>) => void
}

const fields = [
  { name: 'plate', type: 'text', most: 24, hint: undefined },
  { name: 'holder', type: 'text', most: 80, hint: 'permits.new.holderHint' },
] as const

/** From which day, and until which if there is a last one. */
const days = [
  { name: 'from', hint: undefined },
  { name: 'to', hint: 'permits.new.toHint' },
] as const

function PermitFields({ form, faults, change }: PermitFieldsProps) {
  const t = useT()
  const inputs = fields.map(({ name, type, most, hint }) => (
    <Field
      key={name}
      label={t(`permits.new.${name}`)}
      fault={faults.includes(name) ? t(`permits.new.${name}Fault`) : undefined}
      {...(hint === undefined ? {} : { hint: t(hint) })}
    >
      {(tied) => (
        <input
          {...tied}
          className={name === 'plate' ? 'input input--plate' : 'input'}
          name={name}
          type={type}
          maxLength={most}
          autoComplete="off"
          spellCheck={false}
          value={form[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  ))
  return (
    <>
      {inputs}
      <Field label={t('permits.new.class')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={form.bayClass ?? ''}
            onChange={({ target }) => change({ bayClass: BayClass.options.find((of) => of === target.value) ?? null })}
          >
            <option value="">{t('permits.new.allClasses')}</option>
            {BayClass.options.map((bayClass) => (
              <option key={bayClass} value={bayClass}>
                {t(`tariff.class.${bayClass}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="form__row">
        {days.map(({ name, hint }) => (
          <DateField
            key={name}
            name={name}
            label={t(`permits.new.${name}`)}
            hint={hint === undefined ? undefined : t(hint)}
            fault={faults.includes(name) ? t(`permits.new.${name}Fault`) : undefined}
            value={form[name]}
            onValue={(day) => change({ [name]: day })}
          />
        ))}
      </div>
    </>
  )
}
