import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { ClassChoice } from './ClassChoice.tsx'
import type { Draft, DraftBand } from './draft.ts'
import { bandAdded, inOrder } from './draft-changes.ts'
import { DraftField } from './DraftField.tsx'
import { LinesTable } from './LinesTable.tsx'

interface EditorProps {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
}

/** Hours of the day with prices of their own. */
export function BandsEditor({ draft, change }: EditorProps) {
  const t = useT()
  return (
    <section className="tariffs__part" aria-labelledby="bands">
      <h2 id="bands">{t('tariffEditor.bands')}</h2>
      <p className="field__hint">{t('tariffEditor.bandsHint')}</p>
      {draft.bands.map((band, index) => (
        <BandEditor key={band.key} band={band} index={index} draft={draft} change={change} />
      ))}
      <div>
        <Button onClick={() => change(bandAdded(draft, t('tariffEditor.newBand')))}>{t('tariffEditor.addBand')}</Button>
      </div>
    </section>
  )
}

function BandEditor({ band, index, draft, change }: EditorProps & { band: DraftBand; index: number }) {
  const t = useT()
  const path = `bands.${index}`
  const set = (part: Partial<DraftBand>) =>
    change({ ...draft, bands: draft.bands.map((each) => (each === band ? { ...band, ...part } : each)) })
  return (
    <div className="draft-part" role="group" aria-label={band.name}>
      <div className="draft-part__head">
        <h3>{band.name}</h3>
        <Button
          look="quiet"
          aria-label={t('tariffEditor.removeBandOf', { name: band.name })}
          onClick={() => change({ ...draft, bands: draft.bands.filter((each) => each !== band) })}
        >
          {t('tariffEditor.removeBand')}
        </Button>
      </div>
      <div className="form__row form__row--three">
        {(['name', 'from', 'to'] as const).map((field) => (
          <DraftField
            key={field}
            label={t(`tariffEditor.band.${field}`)}
            kind={field === 'name' ? 'text' : 'time'}
            path={`${path}.${field}`}
            value={band[field]}
            onValue={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <ClassChoice
        legend={t('tariffEditor.classes')}
        path={`${path}.bay_classes`}
        classes={band.classes}
        onChange={(bayClass, isTheirs) => {
          const others = band.classes.filter((name) => name !== bayClass)
          set({ classes: isTheirs ? inOrder([...others, bayClass]) : others })
        }}
      />
      <LinesTable of={band.name} lines={band.lines} path={`${path}.lines`} onLines={(lines) => set({ lines })} />
    </div>
  )
}
