import type { LanguageTag } from '../../src-shared/i18n/languages.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { LanguageSelect } from '../controls/LanguageSelect.tsx'

interface PaperLanguageProps {
  /** What the receipt was issued in: the site's first language at that time. */
  readonly own: LanguageTag
  readonly chosen: LanguageTag | undefined
  /** Undefined stands for the receipt's own. */
  readonly onChoice: (tag: LanguageTag | undefined) => void
}

/** What whoever gets the next print reads; for this one receipt, and not remembered. */
export function PaperLanguage({ own, chosen, onChoice }: PaperLanguageProps) {
  const t = useT()
  return (
    <LanguageSelect
      label={t('receipts.language')}
      hint={t('receipts.languageHint')}
      value={chosen ?? own}
      onValue={(tag) => onChoice(tag === own ? undefined : tag)}
    />
  )
}
