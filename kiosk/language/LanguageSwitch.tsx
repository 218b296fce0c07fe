import { useStore } from 'zustand/react'
import { languageOf, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

interface LanguageSwitchProps {
  readonly speech: Speech
  readonly offered: readonly LanguageTag[]
}

/** A button for each language that the site speaks, in that language’s own word. */
export function LanguageSwitch({ speech, offered }: LanguageSwitchProps) {
  const t = useT()
  const spoken = useStore(speech, ({ tag }) => tag)
  return (
    <section className="languages" aria-label={t('common.language')}>
      {offered.map((tag) => (
        <button
          key={tag}
          type="button"
          className="button languages__one"
          lang={tag}
          aria-pressed={tag === spoken}
          onClick={() => void speech.speak(tag)}
        >
          {languageOf(tag).name}
        </button>
      ))}
    </section>
  )
}
