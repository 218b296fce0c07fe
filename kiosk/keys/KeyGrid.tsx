import type { ReactNode } from 'react'

export interface KeyGridProps {
  readonly label: string
  /** Rows of characters, one key each. */
  readonly rows: readonly string[]
  readonly onKey: (character: string) => void
  /** Further keys at the end, such as Delete. */
  readonly children?: ReactNode
  readonly className?: string
}

/** Keys on the screen. They leave the focus where it is, so that typing and touching can be mixed. */
export function KeyGrid({ label, rows, onKey, children, className = '' }: KeyGridProps) {
  return (
    <div className={`keys ${className}`} role="group" aria-label={label}>
      {rows.map((row) => (
        <div key={row} className="keys__row">
          {[...row].map((character) => (
            <button key={character} type="button" className="key" onClick={() => onKey(character)}>
              {character}
            </button>
          ))}
        </div>
      ))}
      {children !== undefined && <div className="keys__row">{children}</div>}
    </div>
  )
}
