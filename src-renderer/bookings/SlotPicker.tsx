import type { WashSlot } from '../../src-shared/api/booking-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useAvailabilityChanges, useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Field } from '../controls/Field.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { useSite } from '../shell/site.tsx'
import { daysOfWindow } from './filters.ts'
import { whyShut, type NewBookingForm } from './new-booking-form.ts'

interface SlotPickerProps {
  readonly form: NewBookingForm
  readonly fault: string | undefined
  readonly onDate: (date: string) => void
  readonly onSlot: (start: string) => void
}

/** A day and its slots, kept current while somebody decides. */
export function SlotPicker({ form, fault, onDate, onSlot }: SlotPickerProps) {
  const t = useT()
  const { window } = useSite()
  const query = { service_id: form.serviceId, date: form.date }
  const { resource, refresh } = useResource({
    key: `slots ${JSON.stringify(query)}`,
    load: () => api.call('GET /api/v1/availability/wash', { query }),
  })
  useAvailabilityChanges('wash', form.date, () => void refresh())
  return (
    <>
      <Field label={t('console.new.day')}>
        {(tied) => (
          <select {...tied} className="input" value={form.date} onChange={(event) => onDate(event.target.value)}>
            {daysOfWindow(window).map((day) => (
              <option key={day} value={day}>
                {formatCalendarDate(day, t.language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="slots" aria-describedby={fault === undefined ? undefined : 'slot-fault'}>
        <legend className="field__label">{t('console.new.slot')}</legend>
        {fault !== undefined && (
          <p className="field__fault" id="slot-fault">
            {fault}
          </p>
        )}
        <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(day) => day.server_time}>
          {({ slots }) =>
            slots.length === 0 ? (
              <p className="field__hint">{t('console.new.slotsEmpty')}</p>
            ) : (
              <div className="slots__grid">
                {slots.map((slot) => (
                  <Slot
                    key={slot.start}
                    slot={slot}
                    chosen={slot.start === form.start}
                    onChoose={() => onSlot(slot.start)}
                  />
                ))}
              </div>
            )
          }
        </ResourceView>
      </fieldset>
    </>
  )
}

function Slot({ slot, chosen, onChoose }: { slot: WashSlot; chosen: boolean; onChoose: () => void }) {
  const t = useT()
  const isPast = useServerTimeSelector((state) => state.isBeforeServerTime(slot.start))
  const shut = whyShut(slot, isPast)
  const word = shut === undefined ? undefined : t(`console.new.slot.${shut}`)
  return (
    <label className="slot" data-shut={shut ?? 'no'}>
      <input
        type="radio"
        name="slot"
        checked={chosen}
        disabled={shut !== undefined}
        aria-label={
          word === undefined
            ? t('console.new.slotOpen', { label: slot.label, count: slot.remaining })
            : t('console.new.slotShut', { label: slot.label, state: word })
        }
        onChange={onChoose}
      />
      <span className="slot__label tabular" aria-hidden="true">
        {slot.label}
      </span>
      {word !== undefined && (
        <span className="slot__why" aria-hidden="true">
          {word}
        </span>
      )}
    </label>
  )
}
