import { useId } from 'react'
import { useFault } from './findings-context.tsx'

interface LineFieldProps {
  readonly label: string
  readonly path: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly isNumber?: boolean
}

/** A field in a table, named by its column and row; what is wrong stands below it. */
export function LineField({ label, path, value, onValue, isNumber = false }: LineFieldProps) {
  const id = useId()
  const fault = useFault(path)
  return (
    <>
      <input
        className={isNumber ? 'input input--number' : 'input input--length'}
        data-path={path}
        aria-label={label}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault === undefined ? undefined : id}
        inputMode={isNumber ? 'decimal' : 'text'}
        maxLength={16}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
      {fault !== undefined && (
        <p className="field__fault lines-table__fault" id={id}>
          {fault}
        </p>
      )}
    </>
  )
}
