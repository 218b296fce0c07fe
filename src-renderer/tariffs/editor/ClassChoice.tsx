import { BayClass } from '../../../src-shared/api/fields.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { useFault } from './findings-context.tsx'

interface ClassChoiceProps {
  readonly legend: string
  readonly path: string
  readonly classes: readonly BayClass[]
  readonly onChange: (bayClass: BayClass, isTheirs: boolean) => void
}

/** Which classes of bay a price is for. */
export function ClassChoice({ legend, path, classes, onChange }: ClassChoiceProps) {
  const t = useT()
  const fault = useFault(path)
  return (
    <fieldset className="class-choice">
      <legend className="field__label">{legend}</legend>
      <div className="class-choice__list">
        {BayClass.options.map((bayClass, index) => (
          <label className="check" key={bayClass}>
            <input
              type="checkbox"
              {...(index === 0 ? { 'data-path': path } : {})}
              checked={classes.includes(bayClass)}
              onChange={({ target }) => onChange(bayClass, target.checked)}
            />
            <span>{t(`tariff.class.${bayClass}`)}</span>
          </label>
        ))}
      </div>
      {fault !== undefined && <p className="field__fault">{fault}</p>}
    </fieldset>
  )
}
