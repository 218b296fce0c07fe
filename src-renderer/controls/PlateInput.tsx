import type { FieldAttributes } from './Field.tsx'

interface PlateInputProps extends FieldAttributes {
  readonly value: string
  readonly onValue: (plate: string) => void
}

/** A number plate, in the letters of a plate, as somebody reads it off the car. */
export function PlateInput({ value, onValue, ...tied }: PlateInputProps) {
  return (
    <input
      {...tied}
      className="input input--plate"
      name="plate"
      maxLength={24}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
