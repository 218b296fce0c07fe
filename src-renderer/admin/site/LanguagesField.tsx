import { firstOf, languageOf, languageTags, languages, type LanguageTag } from '../../../src-shared/i18n/languages.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ChoiceField } from '../form/TextField.tsx'

interface LanguagesFieldProps {
  readonly label: string
  /** Tags with commas between, the first language first. */
  readonly value: string
  readonly fault: string | undefined
  readonly onValue: (value: string) => void
}

/** Which languages customers are offered, and which one each of them begins in. */
export function LanguagesField({ label, value, fault, onValue }: LanguagesFieldProps) {
  const t = useT()
  const chosen = value.split(',').flatMap((tag) => firstOf(languageTags, [tag]) ?? [])
  const first = chosen[0] ?? 'en'
  // Behind the first one they stand in the order of the list, whatever order they were ticked in.
  const change = (tags: readonly LanguageTag[], begin: LanguageTag) =>
    onValue([begin, ...languageTags.filter((tag) => tag !== begin && tags.includes(tag))].join(','))
  return (
    <fieldset className="form__part">
      <legend>{label}</legend>
      <p className="field__hint">{t('admin.site.languagesHint')}</p>
      <div className="choices">
        {languages.map(({ tag, name }) => (
          <label className="choice" key={tag} lang={tag}>
            <input
              type="checkbox"
              checked={chosen.includes(tag)}
              // Somebody has to be spoken to in something.
              disabled={tag === first}
              onChange={({ target }) =>
                change(target.checked ? [...chosen, tag] : chosen.filter((one) => one !== tag), first)
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <ChoiceField
        label={t('admin.site.languageFirst')}
        value={first}
        fault={fault}
        options={chosen.map((tag) => [tag, languageOf(tag).name] as const)}
        onValue={(tag) => change(chosen, tag)}
      />
    </fieldset>
  )
}
