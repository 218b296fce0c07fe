import { useT } from '../../src-shared/ui/translator.tsx'
import type { SetupPartProps } from './setup-rules.ts'

const templates = ['full', 'small', 'empty'] as const

/** What the lot begins with; all of it can be changed afterwards. */
export function TemplatePart({ form, change }: SetupPartProps) {
  const t = useT()
  return (
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
  )
}
