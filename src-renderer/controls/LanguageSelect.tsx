import { languages, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import { Field } from './Field.tsx'

interface LanguageSelectProps {
  readonly label: string
  readonly hint?: string
  readonly value: LanguageTag
  readonly onValue: (tag: LanguageTag) => void
}

/** One of our languages, for a paper. What is chosen is written in its own letters, which a page fetches by its language. */
export function LanguageSelect({ label, hint, value, onValue }: LanguageSelectProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <select
          {...tied}
          className="input"
          lang={value}
          value={value}
          onChange={(event) => onValue(languages.find(({ tag }) => tag === event.target.value)?.tag ?? value)}
        >
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
