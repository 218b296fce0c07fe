import { KeyGrid, type KeyGridProps } from './KeyGrid.tsx'
import { useTyping } from './typing.ts'

interface TypedFieldProps {
  readonly label: string
  readonly className: string
  readonly text: string
  /** Makes what was typed fit: upper case, allowed characters, length. */
  readonly accept: (text: string) => string
  readonly onChange: (text: string) => void
  readonly onEnter: () => void
  readonly keys: KeyGridProps
}

/** A large field with its keys on the screen. The device's own keyboard stays down; a plugged-in one works. */
export function TypedField({ label, className, text, accept, onChange, onEnter, keys }: TypedFieldProps) {
  const append = (characters: string) => onChange(accept(text + characters))
  const deleteLast = () => onChange([...text].slice(0, -1).join(''))
  useTyping({ onCharacter: append, onBackspace: deleteLast, onEnter })
  return (
    <>
      <input
        className={className}
        aria-label={label}
        inputMode="none"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(accept(event.target.value))}
      />
      <KeyGrid {...keys} onKey={append} onDelete={text === '' ? undefined : deleteLast} />
    </>
  )
}
