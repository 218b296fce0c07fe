import { useT } from '../../src-shared/ui/translator.tsx'

export interface KeyGridProps {
  readonly label: string
  /** Rows of characters, one key each; Delete stands at the end of the last. */
  readonly rows: readonly string[]
  readonly className?: string
}

interface KeyGridActions {
  readonly onKey: (character: string) => void
  /** Undefined when there is nothing to delete. */
  readonly onDelete: (() => void) | undefined
}

/** Keys on the screen. */
export function KeyGrid({ label, rows, className = '', onKey, onDelete }: KeyGridProps & KeyGridActions) {
  const t = useT()
  return (
    <div className={`keys ${className}`} role="group" aria-label={label}>
      {rows.map((row, index) => (
        <div key={row} className="keys__row">
          {[...row].map((character) => (
            <button key={character} type="button" className="key" onClick={() => onKey(character)}>
              {character}
            </button>
          ))}
          {index === rows.length - 1 && (
            // Not `disabled`: the focus would be lost when the last character goes.
            <button
              type="button"
              className="key key--delete"
              aria-disabled={onDelete === undefined}
              aria-label={t('kiosk.keys.delete')}
              onClick={onDelete}
            >
              <span aria-hidden="true">⌫</span>
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
