import { useRef, useState } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { focusRow } from '../bookings/row-focus.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useSettled } from '../connection/use-settled.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Field } from '../controls/Field.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { dateOf } from '../filters/filter-day.ts'
import { SavedFilters } from '../filters/SavedFilters.tsx'
import { rewrite } from '../shell/hash-route.ts'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { useSite } from '../shell/site.tsx'
import { ReceiptDays } from './ReceiptDays.tsx'
import {
  maxSearchLength,
  parseReceiptFilter,
  receiptQuery,
  writeReceiptFilter,
  type ReceiptFilter,
} from './receipt-filter.ts'
import { ReceiptSheet } from './ReceiptSheet.tsx'
import { ReceiptTable } from './ReceiptTable.tsx'
import { nameOf } from './use-receipt-print.tsx'

/** Typing pauses this long before the server is asked. */
const typingMs = 250

/** Every receipt and credit note there is, by day, number or plate. @param query the part of the address after `?` */
export function Receipts({ query }: { query: string }) {
  const t = useT()
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null) ?? site.window.min_date
  const filter = parseReceiptFilter(query)
  const narrow = (part: Partial<ReceiptFilter>) => rewrite('receipts', writeReceiptFilter({ ...filter, ...part }))
  const { resource, refresh } = useReceipts(filter, today)
  const [opened, setOpened] = useState<string>()
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useShortcuts({
    f: () => search.current?.select(),
    ArrowDown: () => focusRow(list.current, 'next'),
    ArrowUp: () => focusRow(list.current, 'previous'),
  })
  const isSearched = filter.text.trim() !== ''
  return (
    <>
      <div className="screen__head">
        <h1>{t('receipts.title')}</h1>
      </div>
      <SavedFilters screen="receipts" query={query} today={today} />
      <search className="filters receipt-filters">
        <Field label={t('receipts.search')} hint={t('receipts.searchHint')}>
          {(tied) => (
            <input
              {...tied}
              ref={search}
              className="input"
              type="search"
              aria-keyshortcuts="f"
              autoComplete="off"
              spellCheck={false}
              maxLength={maxSearchLength}
              value={filter.text}
              onChange={(event) => narrow({ text: event.target.value })}
            />
          )}
        </Field>
        <ReceiptDays
          today={today}
          date={filter.date === null && isSearched ? null : dateOf(filter.date ?? '0', today)}
          onDate={(date) => narrow({ date })}
        />
      </search>
      <div ref={list}>
        <ResourceView resource={resource} onRetry={() => void refresh()}>
          {({ receipts }) => (
            <>
              <p className="list-count" role="status">
                {t('receipts.count', { count: receipts.length })}
              </p>
              {receipts.length === 0 ? (
                <EmptyState
                  title={t(isSearched ? 'receipts.nothingFound' : 'receipts.empty')}
                  hint={t(isSearched ? 'receipts.nothingFoundHint' : 'receipts.emptyHint')}
                >
                  {isSearched && (
                    <Button onClick={() => narrow({ text: '', date: null })}>{t('receipts.showToday')}</Button>
                  )}
                </EmptyState>
              ) : (
                <ReceiptTable receipts={receipts} onOpen={(receipt) => setOpened(nameOf(receipt))} />
              )}
            </>
          )}
        </ResourceView>
      </div>
      {opened !== undefined && (
        <ReceiptSheet name={opened} onChange={() => void refresh()} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

function useReceipts(filter: ReceiptFilter, today: string) {
  const text = useSettled(filter.text, typingMs)
  const query = receiptQuery({ ...filter, text }, today)
  return useResource({
    key: `receipts ${JSON.stringify(query)}`,
    load: () => api.call('GET /api/v1/receipts', { query }),
    refreshOn: ({ type }) => type === 'payment_recorded' || type === 'payment_changed',
  })
}
