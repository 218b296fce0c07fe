import { useT } from '../../src-shared/ui/translator.tsx'
import { LotFileField } from '../lot-file/LotFileField.tsx'
import type { SetupPartProps } from './setup-rules.ts'

const templates = ['full', 'small', 'empty', 'file'] as const

/** What the lot begins with; all of it can be changed afterwards. */
export function LotStep({ form, faultOf, change }: SetupPartProps) {
  const t = useT()
  return (
    <>
      <fieldset className="choices">
        <legend className="field__label">{t('admin.template')}</legend>
        {templates.map((template) => (
          <label className="choice" key={template}>
            <input
              type="radio"
              name="template"
              checked={form.template === template}
              onChange={() => change({ template })}
            />
            <span className="choice__name">{t(`admin.template.${template}`)}</span>
            <span className="choice__detail">{t(`admin.template.${template}Detail`)}</span>
          </label>
        ))}
      </fieldset>
      {form.template === 'file' && (
        <>
          {form.lot !== null && (
            <p className="note note--ok" role="status">
              <span>{t('start.lot.chosen', { count: form.lot.bays.length })}</span>
            </p>
          )}
          <LotFileField fault={faultOf('lot')} onLot={(lot) => change({ lot: lot ?? null })} />
        </>
      )}
    </>
  )
}
