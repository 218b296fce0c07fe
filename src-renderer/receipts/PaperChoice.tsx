import type { Paper } from '../../src-shared/api/receipt-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { papers } from './paper-choice.ts'

interface PaperChoiceProps {
  readonly paper: Paper
  readonly onPaper: (paper: Paper) => void
}

/** What is in the printer; this machine remembers it. */
export function PaperChoice({ paper, onPaper }: PaperChoiceProps) {
  const t = useT()
  return (
    <Field label={t('receipts.paper')}>
      {(tied) => (
        <select
          {...tied}
          className="input"
          value={paper}
          onChange={(event) => onPaper(papers.find((one) => one === event.target.value) ?? paper)}
        >
          {papers.map((one) => (
            <option key={one} value={one}>
              {t(`receipts.paper.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
