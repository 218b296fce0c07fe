import { useRef } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useSettled } from '../connection/use-settled.ts'
import { Button } from '../controls/Button.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { dateOf } from '../filters/filter-day.ts'
import { SavedFilters } from '../filters/SavedFilters.tsx'
import { printThisPage } from '../printing/print-this-page.ts'
import { PrintProblemNote } from '../printing/PrintProblemNote.tsx'
import { usePrinting } from '../printing/use-printing.ts'
import { a4 } from '../receipts/page-rule.ts'
import { rewrite } from '../shell/hash-route.ts'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { useSite } from '../shell/site.tsx'
import { BookingList } from './BookingList.tsx'
import { DaySwitcher } from './DaySwitcher.tsx'
import { FilterBar } from './FilterBar.tsx'
import { bookingsQuery, filterToQuery, isAnyDay, parseFilter, type BookingFilter } from './filters.ts'
import { focusRow } from './row-focus.ts'

/** Typing pauses this long before the server is asked. */
const typingMs = 250

/** The day's bookings, of parking and wash alike. What they are narrowed to stands in the address. @param query its part after `?` */
export function Bookings({ query }: { query: string }) {
  const t = useT()
  const site = useSite()
  const serverToday = useServerTimeSelector((state) => state.timeData?.date ?? null)
  const today = serverToday ?? site.window.min_date
  const filter = parseFilter(query)
  const narrow = (part: Partial<BookingFilter>) => rewrite('bookings', filterToQuery({ ...filter, ...part }))
  const { resource, refresh } = useDayOfBookings(filter, today)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const printing = usePrinting()
  useShortcuts({
    f: () => search.current?.select(),
    ArrowDown: () => focusRow(list.current, 'next'),
    ArrowUp: () => focusRow(list.current, 'previous'),
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('console.bookings.title')}</h1>
        <div className="screen__tools">
          <Button
            data-command="bookings.print"
            onClick={() => void printing.print((byDialog) => printThisPage('lists', a4, byDialog))}
          >
            {t('console.bookings.print')}
          </Button>
          <Button
            data-command="book-wash"
            onClick={() =>
              openCounter({ is: 'book-wash', date: filter.date === null ? null : dateOf(filter.date, today) })
            }
            aria-keyshortcuts="n"
          >
            {t('console.bookings.new')}
          </Button>
          <Button
            data-command="book-parking"
            look="primary"
            onClick={() => openCounter({ is: 'book-parking' })}
            aria-keyshortcuts="p"
          >
            {t('console.bookings.newParking')}
          </Button>
        </div>
      </div>
      <PrintProblemNote printing={printing} />
      <DaySwitcher
        today={today}
        date={isAnyDay(filter) ? null : dateOf(filter.date ?? '0', today)}
        searching={filter.text.trim() !== ''}
        onDate={(date) => narrow({ date })}
      />
      <SavedFilters screen="bookings" query={query} today={today} />
      <FilterBar filter={filter} onNarrow={narrow} searchRef={search} onLeave={() => focusRow(list.current, 'next')} />
      <div ref={list}>
        <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(day) => day.server_time}>
          {(day) => (
            <BookingList
              day={day}
              today={today}
              filter={filter}
              refresh={refresh}
              onClear={() => narrow({ text: '', kind: null, state: null })}
            />
          )}
        </ResourceView>
      </div>
    </>
  )
}

function useDayOfBookings(filter: BookingFilter, today: string) {
  const text = useSettled(filter.text, typingMs)
  const query = bookingsQuery({ ...filter, text }, today)
  return useResource({
    key: `bookings ${JSON.stringify(query)}`,
    load: () => api.call('GET /api/v1/bookings', { query }),
    refreshOn: ({ type }) => type === 'booking_changed' || type === 'payment_recorded',
  })
}
