import type { FieldAttributes } from './Field.tsx'

interface PhoneInputProps extends FieldAttributes {
  readonly value: string
  readonly onValue: (phone: string) => void
}

/** The customer's telephone number; the browser does not offer the attendant's own. */
export function PhoneInput({ value, onValue, ...tied }: PhoneInputProps) {
  return (
    <input
      {...tied}
      className="input"
      name="phone"
      type="tel"
      maxLength={21}
      autoComplete="off"
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
