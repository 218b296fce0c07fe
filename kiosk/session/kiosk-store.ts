import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import { here, presenceAfter, samePresence, type Presence } from '../idle/presence.ts'
import type { SessionEvent } from './events.ts'
import type { Session } from './session.ts'
import { starting, transition } from './transitions.ts'

export interface KioskState {
  /** What the server says of the site; undefined until it has said so once. */
  readonly site: Site | undefined
  readonly session: Session
  readonly presence: Presence
}

export interface KioskStore extends Pick<StoreApi<KioskState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Something happened; what may not happen now changes nothing. */
  send(event: SessionEvent): void
  siteKnown(site: Site): void
  /** @param quietMs milliseconds since the last touch or key */
  quietFor(quietMs: number): void
}

/** The kiosk's whole state: where the session is, what is known of the site, and whether somebody is there. */
export function createKioskStore(session: Session = starting): KioskStore {
  const store = createStore<KioskState>(() => ({ site: undefined, session, presence: here }))
  function send(event: SessionEvent): void {
    store.setState((state) => {
      const next = transition(state.session, event)
      return next === state.session ? state : { session: next }
    })
  }
  function quietFor(quietMs: number): void {
    const { presence, session: now } = store.getState()
    const next = presenceAfter(now.at, quietMs)
    if (!samePresence(presence, next)) store.setState({ presence: next })
    if (next.is === 'gone') send({ type: 'walked_away' })
  }
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    send,
    siteKnown: (site) => store.setState({ site }),
    quietFor,
  }
}
