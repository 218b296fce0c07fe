import { useSyncExternalStore } from 'react'
import type { Screen } from './screens.tsx'

export interface Route {
  /** The name in the address, whether there is such a screen or not. */
  readonly screen: string
  /** What stands after `?`, for the screen itself to read. */
  readonly query: string
}

/** Reads a hash such as `#/bookings?q=KL07`. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return { screen: path, query }
}

/** The cash screen is called by its address from everywhere, as money is. */
type Address = Screen | 'cash'

export function hrefOf(screen: Address, query = ''): string {
  return `#/${screen}${query === '' ? '' : `?${query}`}`
}

/** Goes to a screen by a new step in the history, as a link does. */
export function goTo(screen: Address, query = '') {
  location.hash = hrefOf(screen, query)
}

/** Changes what stands in the address without a step in the history, as typing in a search field should. */
export function rewrite(screen: Screen, query: string) {
  history.replaceState(null, '', hrefOf(screen, query))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return parseHash(hash)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
