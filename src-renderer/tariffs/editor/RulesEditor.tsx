import { useT } from '../../../src-shared/ui/translator.tsx'
import type { Draft } from './draft.ts'
import { DraftField } from './DraftField.tsx'
import { LinesTable } from './LinesTable.tsx'

interface EditorProps {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
}

/** What holds whatever the class: the cap's day, grace, overstay, the lost ticket, tax. */
export function RulesEditor({ draft, change }: EditorProps) {
  const t = useT()
  const set = (part: Partial<Draft>) => change({ ...draft, ...part })
  return (
    <section className="tariffs__part" aria-labelledby="rules">
      <h2 id="rules">{t('tariffEditor.rules')}</h2>
      <div className="draft-part">
        <div className="form__row">
          <DraftField
            label={t('tariffEditor.entryGrace')}
            hint={t('tariffEditor.entryGraceHint')}
            path="entry_grace_minutes"
            value={draft.entryGrace}
            onValue={(entryGrace) => set({ entryGrace })}
          />
          <DraftField
            label={t('tariffEditor.exitGrace')}
            hint={t('tariffEditor.exitGraceHint')}
            path="exit_grace_minutes"
            value={draft.exitGrace}
            onValue={(exitGrace) => set({ exitGrace })}
          />
          <DraftField
            label={t('tariffEditor.lostTicket')}
            hint={t('tariffEditor.lostTicketHint')}
            kind="money"
            path="lost_ticket_minor"
            value={draft.lostTicket}
            onValue={(lostTicket) => set({ lostTicket })}
          />
        </div>
        <Choice
          legend={t('tariffEditor.capPer')}
          name="cap-per"
          options={['24_hours', 'calendar_day']}
          chosen={draft.capPer}
          words={(option) => t(`tariffEditor.capPer.${option}`)}
          onChoose={(capPer) => set({ capPer })}
        />
      </div>
      <OverstayFields draft={draft} change={change} />
      <TaxFields draft={draft} change={change} />
    </section>
  )
}

function OverstayFields({ draft, change }: EditorProps) {
  const t = useT()
  const { overstay } = draft
  const set = (part: Partial<Draft['overstay']>) => change({ ...draft, overstay: { ...overstay, ...part } })
  return (
    <div className="draft-part">
      <Choice
        legend={t('tariffEditor.overstay')}
        name="overstay"
        options={['tariff', 'surcharge', 'lines']}
        chosen={overstay.kind}
        words={(option) => t(`tariffEditor.overstay.${option}`)}
        onChoose={(kind) => set({ kind })}
      />
      {overstay.kind === 'surcharge' && (
        <div className="form__row">
          <DraftField
            label={t('tariffEditor.overstay.price')}
            kind="money"
            path="overstay.price_minor"
            value={overstay.price}
            onValue={(price) => set({ price })}
          />
          <DraftField
            label={t('tariffEditor.overstay.step')}
            path="overstay.step_minutes"
            value={overstay.step}
            onValue={(step) => set({ step })}
          />
        </div>
      )}
      {overstay.kind === 'lines' && (
        <LinesTable
          of={t('tariffEditor.overstay')}
          lines={overstay.lines}
          path="overstay.lines"
          onLines={(lines) => set({ lines })}
        />
      )}
    </div>
  )
}

function TaxFields({ draft, change }: EditorProps) {
  const t = useT()
  return (
    <div className="draft-part">
      <div className="form__row">
        <DraftField
          label={t('tariffEditor.taxLabel')}
          path="tax.label"
          value={draft.taxLabel}
          onValue={(taxLabel) => change({ ...draft, taxLabel })}
        />
        <DraftField
          label={t('tariffEditor.taxRate')}
          path="tax.rate_bps"
          value={draft.taxRate}
          onValue={(taxRate) => change({ ...draft, taxRate })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.taxIncluded}
          onChange={({ target }) => change({ ...draft, taxIncluded: target.checked })}
        />
        <span>{t('tariffEditor.taxIncluded')}</span>
      </label>
    </div>
  )
}

interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly name: string
  readonly options: readonly T[]
  readonly chosen: T
  readonly words: (option: T) => string
  readonly onChoose: (option: T) => void
}

function Choice<T extends string>({ legend, name, options, chosen, words, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="choices choices--row">
      <legend className="field__label">{legend}</legend>
      {options.map((option) => (
        <label className="choice" key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
          <span>{words(option)}</span>
        </label>
      ))}
    </fieldset>
  )
}
