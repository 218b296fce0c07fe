import { useSyncExternalStore } from 'react'

/** The addresses of the console's screens. What stands behind each is in `screens.tsx`, which knows them all. */
export type Screen =
  | 'today'
  | 'lot'
  | 'bookings'
  | 'washes'
  | 'cash'
  | 'receipts'
  | 'tariffs'
  | 'permits'
  | 'reports'
  | 'audit'
  | 'kiosks'
  | 'clock'
  | 'site'
  | 'hours'
  | 'bays'
  | 'plan'
  | 'services'
  | 'staff'
  | 'backups'
  | 'settings'
  | 'account'
  | 'start'

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

export function hrefOf(screen: Screen, query = ''): string {
  return `#/${screen}${query === '' ? '' : `?${query}`}`
}

/** Goes to a screen by a new step in the history, as a link does. */
export function goTo(screen: Screen, query = '') {
  location.hash = hrefOf(screen, query)
}

/** Changes what stands in the address without a step in the history, as typing in a search field should. */
export function rewrite(screen: Screen, query: string) {
  history.replaceState(null, '', hrefOf(screen, query))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** What stands on the screen; the address may be ahead of it while somebody is asked whether to leave. */
let shown: string | undefined
const listeners = new Set<() => void>()
const blocks = new Set<(wanted: string) => boolean>()

/**
 * Asks before another screen is shown: what answers true keeps this one, and its address.
 * @returns what ends that
 */
export function blockLeaving(block: (wanted: string) => boolean): () => void {
  blocks.add(block)
  return () => void blocks.delete(block)
}

function onHashChange() {
  if (location.hash === shown) return
  if (shown !== undefined && [...blocks].some((block) => block(location.hash))) {
    history.replaceState(null, '', shown === '' ? location.pathname : shown)
    return
  }
  shown = location.hash
  for (const tell of listeners) tell()
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => (shown ??= location.hash))
  return parseHash(hash)
}

function subscribe(onChange: () => void): () => void {
  if (listeners.size === 0) {
    shown = location.hash
    window.addEventListener('hashchange', onHashChange)
  }
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    window.removeEventListener('hashchange', onHashChange)
    shown = undefined
  }
}
