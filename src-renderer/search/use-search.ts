import { api } from '../connection/console-api.ts'
import { isNewsOfCars } from '../connection/news-of-cars.ts'
import { useResource, type Resource } from '../connection/use-resource.ts'
import { useSettled } from '../connection/use-settled.ts'
import type { SearchAnswer } from '../../src-shared/api/stay-schemas.ts'

/** Typing pauses this long before the server is asked. */
const typingMs = 120
/** What the server takes. */
export const maxSearchLength = 64
/** A single character means nearly every plate. */
const leastLength = 2

export type Match = SearchAnswer['matches'][number]

interface Search {
  readonly matches: readonly Match[]
  /** Whether the matches are those of what is typed now; not yet while one types. */
  readonly isSettled: boolean
  readonly resource: Resource<SearchAnswer | null>
}

/** Cars and bookings that a typed plate, ticket or reference can mean; one wrong character is forgiven by the server. */
export function useSearch(typed: string): Search {
  const now = typed.trim().slice(0, maxSearchLength)
  const text = useSettled(now, typingMs)
  const { resource } = useResource<SearchAnswer | null>({
    key: `search ${text.toUpperCase()}`,
    load: async () => (text.length < leastLength ? null : api.call('GET /api/v1/search', { query: { q: text } })),
    refreshOn: isNewsOfCars,
  })
  const answer = 'value' in resource ? resource.value : null
  const isSettled = text === now && resource.is !== 'loading' && !(resource.is === 'ready' && resource.waiting)
  return { matches: answer?.matches ?? [], isSettled, resource }
}
