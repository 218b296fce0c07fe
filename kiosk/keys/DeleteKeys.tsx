import { useT } from '../../src-shared/ui/translator.tsx'

interface DeleteKeysProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

/** Deletes the last character, or all. */
export function DeleteKeys({ text, onChange }: DeleteKeysProps) {
  const t = useT()
  const empty = text === ''
  return (
    <>
      <button type="button" className="key key--word" disabled={empty} onClick={() => onChange('')}>
        {t('kiosk.keys.clear')}
      </button>
      <button
        type="button"
        className="key key--word"
        disabled={empty}
        onClick={() => onChange([...text].slice(0, -1).join(''))}
      >
        <span aria-hidden="true">⌫</span> {t('kiosk.keys.delete')}
      </button>
    </>
  )
}
