import type { BookingRequest } from '../../src-shared/api/booking-schemas.ts'
import type { Timers } from '../../src-shared/time/time-source.ts'
import { normalisePhone } from '../booking/phone.ts'
import { GiveBacks } from './give-backs.ts'
import { failureOf, type KioskApi } from './kiosk-api.ts'
import type { KioskStore } from './kiosk-store.ts'
import { holdOf, type Place, type Session, type SessionAt } from './session.ts'

interface Tools {
  readonly api: KioskApi
  readonly store: KioskStore
  readonly timers: Timers
  readonly giveBacks: GiveBacks
}

/** What a state asks of the server when it is entered. `still` tells whether the session is in that very state yet. */
type Work<P extends Place> = (tools: Tools, session: SessionAt<P>, still: () => boolean) => Promise<void> | void

const START_AGAIN_MS = 3000
const ASK_AGAIN_MS = 2000

const work: { readonly [P in Place]?: Work<P> } = {
  starting: async ({ api, store, timers }, session, still) => {
    if (!session.asking) return
    try {
      // The site may be known to a kiosk that is not paired: its name stands on the pairing screen too.
      const site = api.call('GET /api/v1/site').then(store.siteKnown)
      await Promise.all([api.call('GET /api/v1/devices/self'), site])
      if (still()) store.send({ type: 'admitted' })
    } catch (error) {
      const failure = failureOf(error)
      if (!still()) return
      if (failure === 'not_paired') return store.send({ type: 'unpaired' })
      store.send({ type: 'start_failed', failure })
      const failed = store.getState().session
      timers.after(START_AGAIN_MS, () => {
        if (store.getState().session === failed) store.send({ type: 'start_again' })
      })
    }
  },

  pairing: async ({ api, store }, { code }, still) => {
    try {
      await api.call('POST /api/v1/devices/pair', { body: { code } })
      if (still()) store.send({ type: 'paired' })
    } catch (error) {
      const failure = failureOf(error)
      if (still()) store.send({ type: 'pairing_failed', failure })
    }
  },

  taking: async (tools, session, still) => {
    const { api, store, timers } = tools
    if (session.answer === 'lost') {
      timers.after(ASK_AGAIN_MS, () => still() && store.send({ type: 'retried' }))
      return
    }
    try {
      const headers = { 'idempotency-key': session.key }
      const booking = await api.call('POST /api/v1/bookings', { headers, body: requestOf(session) })
      if (still()) store.send({ type: 'taken', booking })
      // The customer left while the answer was on its way: nobody wants this hold.
      else tools.giveBacks.add(booking)
    } catch (error) {
      const failure = failureOf(error)
      if (still()) store.send({ type: 'refused', failure })
    }
  },

  confirming: async ({ api, store }, { booking: { id, manage_token } }, still) => {
    try {
      const client = api.withToken(manage_token)
      const booking = await client.call('POST /api/v1/bookings/{id}/confirm', { params: { id } })
      if (still()) store.send({ type: 'told', booking })
    } catch (error) {
      const failure = failureOf(error)
      if (still()) store.send({ type: 'refused', failure })
    }
  },

  settling: async function look({ api, store, timers, giveBacks }, session, still) {
    const { id, manage_token } = session.booking
    try {
      const booking = await api.withToken(manage_token).call('GET /api/v1/bookings/{id}', { params: { id } })
      if (still()) store.send({ type: 'told', booking })
    } catch (error) {
      const failure = failureOf(error)
      if (still()) store.send({ type: 'refused', failure })
      if (still())
        timers.after(ASK_AGAIN_MS, () => still() && void look({ api, store, timers, giveBacks }, session, still))
    }
  },
}

function requestOf({ choice, details }: SessionAt<'taking'>): BookingRequest {
  const phone = normalisePhone(details.phone)
  const who = { plate: details.plate, ...(phone === '' ? {} : { phone }) }
  if (choice.kind === 'wash') {
    return { kind: 'wash', service_id: choice.service.id, start: choice.slot.start, ...who }
  }
  const { bayClass, bay, start, end } = choice
  const wish = bay === undefined ? {} : { bay_id: bay.id }
  return { kind: 'parking', bay_class: bayClass, ...wish, start, end, ...who }
}

/**
 * Does what each state asks of the server, for as long as the kiosk runs.
 * @returns a function that ends it
 */
export function startServerWork(api: KioskApi, store: KioskStore, timers: Timers): () => void {
  const giveBacks = new GiveBacks(api, timers)
  const tools = { api, store, timers, giveBacks }
  const enter = (session: Session): void => {
    const task = work[session.at] as Work<Place> | undefined
    void task?.(tools, session, () => store.getState().session === session)
  }
  const stop = store.subscribe(({ session }, { session: before }) => {
    if (session === before) return
    const dropped = droppedHold(before, session)
    if (dropped !== undefined) giveBacks.add(dropped)
    // Each customer chooses among today's prices, hours and closed days, not those of when the kiosk was switched on.
    if (before.at === 'attract' && 'details' in session) api.call('GET /api/v1/site').then(store.siteKnown, failureOf)
    enter(session)
  })
  enter(store.getState().session)
  return () => {
    stop()
    giveBacks.stop()
  }
}

/** The hold that the session had and let go, unless it became a booking or the server has ended it already. */
export function droppedHold(before: Session, after: Session): ReturnType<typeof holdOf> {
  const hold = holdOf(before)
  if (hold === undefined || holdOf(after) !== undefined || after.at === 'booked') return undefined
  return after.at === 'ended' && after.why !== 'given_back' ? undefined : hold
}
