import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from './Field.tsx'

interface PinInputProps {
  readonly value: string
  /** Somebody has tried to send it, and it is no PIN. */
  readonly isWrong: boolean
  readonly onValue: (pin: string) => void
}

/** The PIN of whoever is signed in, as it is asked for before an act that matters. */
export function PinInput({ value, isWrong, onValue }: PinInputProps) {
  const t = useT()
  return (
    <Field label={t('console.pin')} fault={isWrong ? t('console.pinFault') : undefined}>
      {(tied) => (
        <input
          {...tied}
          className="input input--pin"
          type="password"
          inputMode="numeric"
          maxLength={8}
          autoComplete="off"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
