import { posterWords } from '../../../src-shared/tariff/tariff-summary.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { useSite } from '../../shell/site.tsx'
import { ClassChoice } from './ClassChoice.tsx'
import type { Draft, DraftRate } from './draft.ts'
import { classGiven, groupAdded } from './draft-changes.ts'
import { DraftField } from './DraftField.tsx'
import { LinesTable } from './LinesTable.tsx'

interface EditorProps {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
}

/** The prices, by groups of classes of bay. */
export function RatesEditor({ draft, change }: EditorProps) {
  const t = useT()
  return (
    <section className="tariffs__part" aria-labelledby="rates">
      <h2 id="rates">{t('tariffEditor.rates')}</h2>
      {draft.rates.map((rate, index) => (
        <RateEditor key={rate.key} rate={rate} index={index} draft={draft} change={change} />
      ))}
      <div>
        <Button onClick={() => change(groupAdded(draft))}>{t('tariffEditor.addGroup')}</Button>
      </div>
    </section>
  )
}

function RateEditor({ rate, index, draft, change }: EditorProps & { rate: DraftRate; index: number }) {
  const t = useT()
  const { classes } = posterWords(useSite().currency, t)
  const name = rate.classes.length === 0 ? t('tariffEditor.noClasses') : classes(rate.classes)
  const set = (part: Partial<DraftRate>) =>
    change({ ...draft, rates: draft.rates.map((each) => (each === rate ? { ...rate, ...part } : each)) })
  return (
    <div className="draft-part" role="group" aria-label={name}>
      <div className="draft-part__head">
        <h3>{name}</h3>
        {draft.rates.length > 1 && (
          <Button
            look="quiet"
            aria-label={t('tariffEditor.removeGroupOf', { name })}
            onClick={() => change({ ...draft, rates: draft.rates.filter((each) => each !== rate) })}
          >
            {t('tariffEditor.removeGroup')}
          </Button>
        )}
      </div>
      <ClassChoice
        legend={t('tariffEditor.classes')}
        path={`rates.${index}.bay_classes`}
        classes={rate.classes}
        onChange={(bayClass, isTheirs) => change(classGiven(draft, index, bayClass, isTheirs))}
      />
      <LinesTable of={name} lines={rate.lines} path={`rates.${index}.lines`} onLines={(lines) => set({ lines })} />
      <div className="form__row">
        <DraftField
          label={t('tariffEditor.cap')}
          hint={t('tariffEditor.capHint')}
          kind="money"
          path={`rates.${index}.daily_cap_minor`}
          value={rate.cap}
          onValue={(cap) => set({ cap })}
        />
      </div>
    </div>
  )
}
