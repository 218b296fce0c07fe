import type { FilteredScreen } from '../../src-shared/api/saved-filter-schemas.ts'

/** What somebody has a list narrowed to, by a name of their own. */
export interface SavedFilterRow {
  readonly id: string
  readonly userId: string
  readonly screen: FilteredScreen
  readonly name: string
  /** JSON, in the words of the screen's address. */
  readonly narrowed: string
  /** The screen opens with it; at most one of somebody's for each screen. */
  readonly isDefault: boolean
}

export interface FilterQueries {
  /** Somebody's own, by screen and name. */
  savedFilters(userId: string): Promise<readonly SavedFilterRow[]>
}

export interface FilterWrites {
  insertSavedFilter(row: SavedFilterRow): Promise<void>
  renameSavedFilter(id: string, name: string): Promise<void>
  /** The screen opens with this one from now on, and with no other; with none of them where it is undefined. */
  setDefaultFilter(userId: string, screen: FilteredScreen, id: string | undefined): Promise<void>
  deleteSavedFilter(id: string): Promise<void>
  /** All that are somebody's. */
  forgetSavedFilters(userId: string): Promise<void>
}
