import { useState } from 'react'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import { useAvailabilityChanges } from '../../src-shared/ui/server-time-hooks.ts'
import { LotMap } from '../../src-shared/ui/lot-map/LotMap.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { BreakdownLines } from '../counter/BreakdownLines.tsx'
import { Due } from '../counter/Due.tsx'
import { mapWords } from '../lot/bay-words.ts'

interface BayPickerProps {
  readonly interval: { readonly start: string; readonly end: string }
  readonly bayClass: BayClass
  readonly bayId: string | null
  readonly onBay: (bayId: string | null) => void
}

/** The bays that are free for the whole time, in a list or on the map, and what it costs. */
export function BayPicker({ interval, bayClass, bayId, onBay }: BayPickerProps) {
  const query = { ...interval, bay_class: bayClass }
  const { resource, refresh } = useResource({
    key: `parking ${JSON.stringify(query)}`,
    load: () => api.call('GET /api/v1/availability/parking', { query }),
  })
  useAvailabilityChanges('parking', interval.start.slice(0, 10), () => void refresh())
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(answer) => answer.server_time}>
      {(answer) => (
        <div className="form">
          <BayField answer={answer} bayId={bayId} onBay={onBay} />
          <Price answer={answer} />
        </div>
      )}
    </ResourceView>
  )
}

function Price({ answer: { free, quote } }: { answer: ParkingAvailability }) {
  const t = useT()
  if (quote === null) {
    return <p className="note note--warning">{t(free === 0 ? 'counter.book.full' : 'counter.book.noPrice')}</p>
  }
  return (
    <div className="exit__price">
      <Due amount={quote.amount} />
      <BreakdownLines breakdown={quote.breakdown} currency={quote.amount.currency} payment={null} />
    </div>
  )
}

interface BayFieldProps {
  readonly answer: ParkingAvailability
  readonly bayId: string | null
  readonly onBay: (bayId: string | null) => void
}

function BayField({ answer, bayId, onBay }: BayFieldProps) {
  const t = useT()
  const [onMap, setOnMap] = useState(false)
  const free = answer.bays.filter(({ state }) => state === 'free')
  return (
    <>
      <div className="form__row bay-picker">
        <Field label={t('counter.book.bay')} hint={t('counter.book.free', { count: answer.free })}>
          {(tied) => (
            <select
              {...tied}
              className="input"
              value={bayId ?? ''}
              onChange={(event) => onBay(event.target.value === '' ? null : event.target.value)}
            >
              <option value="">{t('counter.book.anyBay')}</option>
              {free.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button aria-expanded={onMap} onClick={() => setOnMap(!onMap)}>
          {t('counter.book.onMap')}
        </Button>
      </div>
      {onMap && <BayMap answer={answer} bayId={bayId} onBay={onBay} />}
    </>
  )
}

/** The plan, with the bays of the class as they are for the asked time. */
function BayMap({ answer, bayId, onBay }: BayFieldProps) {
  const t = useT()
  const { resource, refresh } = useResource({ key: 'plan', load: () => api.call('GET /api/v1/lot/plan') })
  const free = new Set(answer.bays.flatMap(({ id, state }) => (state === 'free' ? id : [])))
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {(layout) => (
        <div className="bay-picker__map">
          <LotMap
            layout={layout}
            bays={answer.bays.map(({ id, label, bay_class: bayClass, state }) => ({ id, label, bayClass, state }))}
            selectedId={bayId}
            onSelect={(id) => {
              if (free.has(id)) onBay(id)
            }}
            mode="console"
            labelOf={({ label, state }) => `${label}, ${t(`lot.state.${state}`)}`}
            words={mapWords(t)}
          />
        </div>
      )}
    </ResourceView>
  )
}
