import type { KeyGridProps } from './KeyGrid.tsx'
import { KeyGrid } from './KeyGrid.tsx'
import { DeleteKeys } from './DeleteKeys.tsx'
import { useTyping } from './typing.ts'

interface TypedFieldProps {
  readonly label: string
  readonly className: string
  readonly text: string
  /** Makes what was typed fit: upper case, allowed characters, length. */
  readonly accept: (text: string) => string
  readonly onChange: (text: string) => void
  readonly onEnter: () => void
  readonly keys: Pick<KeyGridProps, 'rows' | 'label' | 'className'>
  readonly describedBy?: string | undefined
}

/** A large field with its keys on the screen. The device's own keyboard stays down; a plugged-in one works. */
export function TypedField(props: TypedFieldProps) {
  const { label, className, text, accept, onChange, onEnter, keys, describedBy } = props
  const append = (characters: string) => onChange(accept(text + characters))
  useTyping({
    onCharacter: append,
    onBackspace: () => onChange([...text].slice(0, -1).join('')),
    onEnter,
  })
  return (
    <>
      <input
        className={className}
        aria-label={label}
        aria-describedby={describedBy}
        inputMode="none"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(accept(event.target.value))}
      />
      <KeyGrid {...keys} onKey={append}>
        <DeleteKeys text={text} onChange={onChange} />
      </KeyGrid>
    </>
  )
}
