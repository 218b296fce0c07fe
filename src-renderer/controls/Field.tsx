import { useId, type ReactNode } from 'react'

export interface FieldAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  /** Renders the input with the attributes that tie it to its label, hint and fault. */
  readonly children: (attributes: FieldAttributes) => ReactNode
}

/** A labelled input with its hint, and what is wrong with it in words beside it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const faultId = fault === undefined ? undefined : `${id}-fault`
  const describedBy = [faultId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': fault === undefined ? undefined : true })}
      {fault !== undefined && (
        <p className="field__fault" id={faultId}>
          {fault}
        </p>
      )}
      {hint !== undefined && (
        <p className="field__hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
