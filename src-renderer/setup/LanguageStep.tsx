import { useT } from '../../src-shared/ui/translator.tsx'
import { LanguagesField } from '../admin/site/LanguagesField.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { languagesOf, type SetupPartProps } from './setup-rules.ts'

/** The language of this console, and those that customers are offered. */
export function LanguageStep({ form, change }: SetupPartProps) {
  const t = useT()
  return (
    <>
      <LanguageChoice />
      <LanguagesField
        label={t('admin.site.languages')}
        value={languagesOf(form, t.language)}
        fault={undefined}
        onValue={(languages) => change({ languages })}
      />
    </>
  )
}
