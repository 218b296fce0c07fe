import { useT } from '../../../src-shared/ui/translator.tsx'
import { Field } from '../../controls/Field.tsx'
import { useSite } from '../../shell/site.tsx'
import { useFault } from './findings-context.tsx'

interface DraftFieldProps {
  readonly label: string
  readonly hint?: string
  /** Where it stands in the plan. */
  readonly path: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly kind?: 'text' | 'money' | 'time'
}

/** One field of a draft with what is wrong with it; money carries the site's currency in its label. */
export function DraftField({ label, hint, path, value, onValue, kind = 'text' }: DraftFieldProps) {
  const t = useT()
  const { currency } = useSite()
  const fault = useFault(path)
  const words = kind === 'money' ? t('tariffEditor.inCurrency', { label, currency }) : label
  return (
    <Field label={words} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <input
          {...tied}
          className={kind === 'money' ? 'input input--number' : 'input'}
          data-path={path}
          type={kind === 'time' ? 'time' : 'text'}
          inputMode={kind === 'money' ? 'decimal' : 'text'}
          maxLength={40}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onValue(target.value)}
        />
      )}
    </Field>
  )
}
