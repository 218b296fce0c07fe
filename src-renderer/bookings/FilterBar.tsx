import type { RefObject } from 'react'
import { bookingKinds } from '../../src-shared/api/saved-filter-schemas.ts'
import { bookingStates } from '../../src-shared/booking/booking-states.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { maxSearchLength, type BookingFilter } from './filters.ts'

interface FilterBarProps {
  readonly filter: BookingFilter
  readonly onNarrow: (part: Partial<BookingFilter>) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** Arrow down out of the search field. */
  readonly onLeave: () => void
}

export function FilterBar({ filter, onNarrow, searchRef, onLeave }: FilterBarProps) {
  const t = useT()
  return (
    <search className="filters">
      <Field label={t('console.bookings.search')}>
        {(tied) => (
          <input
            {...tied}
            ref={searchRef}
            className="input"
            type="search"
            aria-keyshortcuts="f"
            autoComplete="off"
            spellCheck={false}
            maxLength={maxSearchLength}
            value={filter.text}
            onChange={(event) => onNarrow({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              onLeave()
            }}
          />
        )}
      </Field>
      <Field label={t('console.bookings.kind')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={filter.kind ?? ''}
            onChange={(event) => onNarrow({ kind: bookingKinds.find((kind) => kind === event.target.value) ?? null })}
          >
            <option value="">{t('console.bookings.anyKind')}</option>
            {bookingKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`console.bookings.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('console.bookings.state')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={filter.state ?? ''}
            onChange={(event) =>
              onNarrow({ state: bookingStates.find((state) => state === event.target.value) ?? null })
            }
          >
            <option value="">{t('console.bookings.anyState')}</option>
            {bookingStates.map((state) => (
              <option key={state} value={state}>
                {t(`console.state.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  )
}
