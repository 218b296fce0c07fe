import { lengthWords } from '../../src-shared/format/length-words.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

interface ServiceChoiceProps {
  readonly name: string
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** The washes that are offered, with how long each takes and what it costs. */
export function ServiceChoice({ name, chosen, onChoose }: ServiceChoiceProps) {
  const t = useT()
  const { wash_services: services } = useSite()
  return (
    <fieldset className="choices choices--row">
      <legend className="field__label">{name}</legend>
      {services.map((service) => (
        <label className="choice" key={service.id}>
          <input type="radio" name="service" checked={service.id === chosen} onChange={() => onChoose(service.id)} />
          <span className="choice__name">{service.name}</span>
          <span className="choice__detail">
            {t('console.new.serviceDetail', {
              length: lengthWords(service.duration_minutes, t),
              price: formatMoney(service.price, t.language),
            })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
