import { useStore } from 'zustand/react'
import { staffLanguages } from '../../src-shared/i18n/languages.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { chooseLanguage, speech } from './console-language.ts'

/** The languages to read the console in, each by its own name: whoever cannot read this one finds theirs. */
export function LanguageChoice() {
  const t = useT()
  const spoken = useStore(speech, ({ tag }) => tag)
  return (
    <fieldset className="choices choices--row">
      <legend className="field__label">{t('common.language')}</legend>
      {staffLanguages.map(({ tag, name }) => (
        <label className="choice" key={tag} lang={tag}>
          <input type="radio" name="language" checked={tag === spoken} onChange={() => chooseLanguage(tag)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
