import type { HTMLAttributes } from 'react'
import { Field } from '../../controls/Field.tsx'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly maxLength?: number
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly type?: 'text' | 'number'
  readonly autoComplete?: string
}

/** One line of text under its label. */
export function TextField({ label, value, onValue, hint, fault, type = 'text', ...rest }: TextFieldProps) {
  return (
    <Field label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <input
          autoComplete="off"
          {...rest}
          {...tied}
          className="input"
          type={type}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

interface ChoiceFieldProps<K extends string> {
  readonly label: string
  readonly value: K
  readonly options: readonly (readonly [value: K, label: string])[]
  readonly onValue: (value: K) => void
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly disabled?: boolean
}

/** One of a list. */
export function ChoiceField<K extends string>(props: ChoiceFieldProps<K>) {
  const { label, value, options, onValue, hint, fault, disabled = false } = props
  return (
    <Field label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <select
          {...tied}
          className="input"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find(([name]) => name === event.target.value)
            if (chosen !== undefined) onValue(chosen[0])
          }}
        >
          {options.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
