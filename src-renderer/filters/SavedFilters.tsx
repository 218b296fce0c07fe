import { useEffect, useRef, useState } from 'react'
import type { FilteredScreen, SavedFilter } from '../../src-shared/api/saved-filter-schemas.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { SavedFilterBar } from '../controls/SavedFilterBar.tsx'
import { rewrite } from '../shell/hash-route.ts'
import { ChangeFilterDialog } from './ChangeFilterDialog.tsx'
import { isSameNarrowing, narrowingOf, queryOf } from './narrowing.ts'
import { SaveFilterDialog } from './SaveFilterDialog.tsx'
import './filters.css'

interface SavedFiltersProps {
  readonly screen: FilteredScreen
  /** What stands in the address after `?`. */
  readonly query: string
  /** The server's day, YYYY-MM-DD. */
  readonly today: string
}

/** The filters that whoever is signed in has saved for a screen. Without them the screen is as usable as ever. */
export function SavedFilters({ screen, query, today }: SavedFiltersProps) {
  const { resource, refresh } = useResource({
    key: 'saved filters',
    load: () => api.call('GET /api/v1/saved-filters'),
  })
  const [open, setOpen] = useState<'save' | 'change'>()
  const all = 'value' in resource ? resource.value.filters : undefined
  const filters = (all ?? []).filter((filter) => filter.screen === screen)
  const narrowing = narrowingOf(screen, query)
  const chosen = filters.find((filter) => isSameNarrowing(filter.narrowed, narrowing))
  const choose = (filter: SavedFilter | undefined) =>
    rewrite(screen, filter === undefined ? '' : queryOf(filter.narrowed, screen))
  useOpening(all, query, () => {
    const first = filters.find((filter) => filter.is_default)
    if (first !== undefined) choose(first)
  })
  const close = () => setOpen(undefined)
  return (
    <>
      <SavedFilterBar
        screen={screen}
        filters={filters}
        chosen={chosen?.id ?? (query === '' ? null : undefined)}
        onChoose={(id) => choose(filters.find((filter) => filter.id === id))}
        onSave={() => setOpen('save')}
        onChange={() => setOpen('change')}
      />
      {open === 'save' && (
        <SaveFilterDialog
          screen={screen}
          query={query}
          today={today}
          others={filters}
          onSaved={(filter) => {
            rewrite(screen, queryOf(filter.narrowed, screen, query))
            void refresh()
          }}
          onClose={close}
        />
      )}
      {open === 'change' && chosen !== undefined && (
        <ChangeFilterDialog filter={chosen} others={filters} onChanged={() => void refresh()} onClose={close} />
      )}
    </>
  )
}

/** Once for each time that the screen is opened with nothing in its address: a link that says what it wants has its way. */
function useOpening(all: unknown, query: string, onOpening: () => void) {
  const isOpening = useRef(true)
  useEffect(() => {
    if (query !== '') isOpening.current = false
    if (!isOpening.current || all === undefined) return
    isOpening.current = false
    onOpening()
  })
}
