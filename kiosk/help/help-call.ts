import { createStore, type StoreApi } from 'zustand/vanilla'
import { createApiClient, type ApiClient, type Fetch } from '../../src-shared/api/client.ts'
import { helpRoutes } from '../../src-shared/api/help-routes.ts'
import type { HelpCall } from '../../src-shared/api/help-schemas.ts'
import type { Timers } from '../../src-shared/time/time-source.ts'
import { failureOf } from '../session/kiosk-api.ts'
import type { Failure } from '../session/session.ts'

/** How calling the attendant stands. */
export type Help =
  | { readonly is: 'none' | 'withdrawing' | 'withdrawn' }
  | { readonly is: 'calling' }
  /** The attendant was told; `coming` once one of them said so. */
  | { readonly is: 'waiting' | 'coming'; readonly id: string }
  | { readonly is: 'failed'; readonly failure: Failure }

type HelpApi = ApiClient<typeof helpRoutes>

const LOOK_EVERY_MS = 3000

export function createHelpApi(fetch: Fetch): HelpApi {
  return createApiClient(helpRoutes, fetch)
}

/** Calls the attendant, and looks whether one is on the way. */
export class HelpLine {
  readonly state: Pick<StoreApi<Help>, 'getState' | 'getInitialState' | 'subscribe'>
  readonly #api: HelpApi
  readonly #timers: Timers
  readonly #store = createStore<Help>(() => ({ is: 'none' }))

  constructor(api: HelpApi, timers: Timers) {
    this.#api = api
    this.#timers = timers
    this.state = this.#store
  }

  call(): void {
    const now: Help = { is: 'calling' }
    this.#set(now)
    this.#api.call('POST /api/v1/help-calls').then(
      ({ call }) => this.#told(now, call),
      (error: unknown) => this.#if(now, { is: 'failed', failure: failureOf(error) }),
    )
  }

  /** Never mind: whoever was called need not come. */
  withdraw(): void {
    const now = this.#store.getState()
    if (now.is !== 'waiting' && now.is !== 'coming') return
    const { id } = now
    const going: Help = { is: 'withdrawing' }
    this.#set(going)
    this.#api.call('DELETE /api/v1/help-calls/{id}', { params: { id } }).then(
      () => this.#if(going, { is: 'withdrawn' }),
      (error: unknown) => {
        // A call that is no longer there was withdrawn already, or forgotten. One that cannot be reached still stands.
        if (failureOf(error) === 'not_found') this.#if(going, { is: 'withdrawn' })
        else if (this.#if(going, now)) this.#look(now, id)
      },
    )
  }

  /** The next customer has not called anybody. */
  forget(): void {
    this.#set({ is: 'none' })
  }

  #told(asked: Help, { id, state }: HelpCall): void {
    const next: Help = { is: state, id }
    // Whoever is on the way may turn back, and the kiosk then says so.
    if (this.#if(asked, next)) this.#timers.after(LOOK_EVERY_MS, () => this.#look(next, id))
  }

  #look(asked: Help, id: string): void {
    if (this.#store.getState() !== asked) return
    this.#api.call('GET /api/v1/help-calls/{id}', { params: { id } }).then(
      ({ call }) => this.#told(asked, call),
      // Silence says nothing about the attendant, who was told. A kiosk that was unpaired does not ask for ever.
      (error: unknown) => {
        if (failureOf(error) === 'unreachable') this.#timers.after(LOOK_EVERY_MS, () => this.#look(asked, id))
      },
    )
  }

  /** @returns whether that was still how it stood */
  #if(before: Help, next: Help): boolean {
    const isStill = this.#store.getState() === before
    if (isStill) this.#set(next)
    return isStill
  }

  #set(help: Help): void {
    this.#store.setState(help, true)
  }
}
