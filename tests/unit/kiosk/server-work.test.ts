import { afterEach, describe, expect, it, vi } from 'vitest'
import { createKioskApi } from '../../../kiosk/session/kiosk-api.ts'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import { droppedHold, startServerWork } from '../../../kiosk/session/server-work.ts'
import type { Session } from '../../../kiosk/session/session.ts'
import { errorStatuses, type ErrorCode } from '../../../src-shared/errors/error-codes.ts'
import { booking, sessions, site, told } from './samples.ts'

type Answer = { status: number; body: unknown } | 'lost'
interface Call {
  readonly route: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
}

const problem = (code: ErrorCode): Answer => {
  const status = errorStatuses[code]
  return { status, body: { type: 'about:blank', title: 'No', status, code } }
}

/** A server that gives prepared answers, the last of a route's again and again. */
function setUp(session: Session, answers: Record<string, Answer[]>) {
  const calls: Call[] = []
  const waiting: (() => void)[] = []
  const api = createKioskApi((url, init) => {
    const route = `${init.method} ${url}`
    calls.push({ route, headers: init.headers, body: init.body })
    const queue = answers[route] ?? []
    const answer = queue.length > 1 ? queue.shift() : queue[0]
    if (answer === undefined || answer === 'lost') return Promise.reject(new TypeError('network'))
    return Promise.resolve(Response.json(answer.body, { status: answer.status }))
  })
  const store = createKioskStore(session)
  const stop = startServerWork(api, store, {
    after: (_, run) => {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
  })
  /** Lets answers arrive. */
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 5))
  /** Lets the waits be over. */
  const wait = async () => {
    for (const run of waiting.splice(0)) run()
    await settle()
  }
  return { store, calls, settle, wait, stop, place: () => store.getState().session.at }
}

const cancelRoute = 'POST /api/v1/bookings/b1/cancel'
const lookRoute = 'GET /api/v1/bookings/b1'
const selfRoute = 'GET /api/v1/devices/self'

afterEach(() => vi.restoreAllMocks())

describe('taking a slot', () => {
  const route = 'POST /api/v1/bookings'

  it('asks again under the same key after a lost answer', async () => {
    const { calls, settle, wait, place } = setUp(sessions.taking, { [route]: ['lost', { status: 201, body: booking }] })
    await settle()
    expect(place()).toBe('taking')
    await wait()
    expect(place()).toBe('held')
    expect(calls.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1'])
    expect(calls[0]?.body).toBe(calls[1]?.body)
  })

  it('sends no price, no time but the slot’s, and no empty phone', async () => {
    const session = { ...sessions.taking, details: { plate: 'KL07BX1234', phone: '' } }
    const { calls, settle } = setUp(session, { [route]: [problem('slot_taken')] })
    await settle()
    expect(Object.keys(JSON.parse(calls[0]?.body ?? '{}') as object)).toEqual(['kind', 'service_id', 'start', 'plate'])
  })

  it('gives the slot back when the customer left before the answer', async () => {
    const { store, calls, settle, place } = setUp(sessions.taking, {
      [route]: [{ status: 201, body: booking }],
      [cancelRoute]: [{ status: 200, body: told('cancelled') }],
    })
    store.send({ type: 'leave' })
    await settle()
    expect(place()).toBe('attract')
    expect(calls.at(-1)).toMatchObject({ route: cancelRoute, headers: { authorization: 'Bearer secret' } })
  })
})

describe('a hold that is let go', () => {
  it('is given back with its token, again until the server has heard', async () => {
    const { store, calls, settle, wait } = setUp(sessions.held, {
      [cancelRoute]: ['lost', problem('internal'), { status: 200, body: told('cancelled') }],
    })
    store.send({ type: 'walked_away' })
    await settle()
    await wait()
    await wait()
    await wait()
    expect(calls.map(({ route }) => route)).toEqual([cancelRoute, cancelRoute, cancelRoute])
  })

  it('is not given back once it is booked, or ended by the server', () => {
    const { held, confirming, settling, booked, ended, attract } = sessions
    expect(droppedHold(confirming, booked)).toBeUndefined()
    expect(droppedHold(settling, ended)).toBeUndefined()
    expect(droppedHold(held, confirming)).toBeUndefined()
    expect(droppedHold(held, attract)).toBe(held.booking)
    expect(droppedHold(held, { ...ended, why: 'given_back' })).toBe(held.booking)
    expect(droppedHold(booked, attract)).toBeUndefined()
  })
})

describe('the end of a hold', () => {
  it('is settled by asking the server, until it answers', async () => {
    const { store, settle, wait, place } = setUp(sessions.held, {
      [lookRoute]: ['lost', { status: 200, body: told('expired') }],
    })
    store.send({ type: 'hold_ran_out' })
    await settle()
    expect(place()).toBe('settling')
    await wait()
    expect(store.getState().session).toMatchObject({ at: 'ended', why: 'hold_expired' })
  })

  it('looks after a confirmation whose answer was lost: it may have been heard', async () => {
    const { store, settle, place } = setUp(sessions.held, {
      [lookRoute]: [{ status: 200, body: told('awaiting_payment') }],
    })
    store.send({ type: 'confirm' })
    await settle()
    expect(place()).toBe('booked')
  })
})

describe('starting', () => {
  it('goes on asking until the server answers, then shows the site', async () => {
    const { store, settle, wait, place } = setUp(sessions.starting, {
      [selfRoute]: ['lost', { status: 200, body: { device: null } }],
      'GET /api/v1/site': [{ status: 200, body: site }],
    })
    await settle()
    expect(store.getState().session).toMatchObject({ at: 'starting', failure: 'unreachable' })
    await wait()
    expect(place()).toBe('attract')
    expect(store.getState().site?.name).toBe(site.name)
  })

  it('pairs with the code of a QR, then comes in', async () => {
    const { calls, settle, place } = setUp(
      { ...sessions.starting, code: 'K7Q2M4ZX' },
      {
        [selfRoute]: [problem('not_paired'), { status: 200, body: { device: { id: 'd1', name: 'Kiosk' } } }],
        'GET /api/v1/site': [{ status: 200, body: site }],
        'POST /api/v1/devices/pair': [{ status: 201, body: { device: { id: 'd1', name: 'Kiosk' } } }],
      },
    )
    await settle()
    expect(place()).toBe('attract')
    expect(calls.some(({ body }) => body === '{"code":"K7Q2M4ZX"}')).toBe(true)
  })
})
