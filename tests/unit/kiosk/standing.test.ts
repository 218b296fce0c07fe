import { describe, expect, it } from 'vitest'
import { createKioskApi } from '../../../kiosk/session/kiosk-api.ts'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import type { Session } from '../../../kiosk/session/session.ts'
import { watchStanding } from '../../../kiosk/session/standing.ts'
import type { ServerTimeState } from '../../../src-shared/ui/server-time-store.ts'
import { site } from './samples.ts'

const notPaired = { status: 401, body: { type: 'about:blank', title: 'not paired', status: 401, code: 'not_paired' } }
const paired = { status: 200, body: { device: { id: 'd1', name: 'Kiosk 1' } } }

/** A kiosk whose link comes and goes, and whose question "am I paired?" is answered when the test says so. */
function setUp(session: Session) {
  const asked: ((answer: { status: number; body: unknown }) => void)[] = []
  const api = createKioskApi((url) => {
    if (url.endsWith('/site')) return Promise.resolve(Response.json(site))
    return new Promise((resolve) => {
      asked.push(({ status, body }) => resolve(Response.json(body, { status })))
    })
  })
  const store = createKioskStore(session)
  const links: string[] = []
  let listener: (now: ServerTimeState, before: ServerTimeState) => void = () => {}
  watchStanding(api, store, {
    subscribe: (given) => {
      listener = given
      return () => {}
    },
    start: () => links.push('start'),
    stop: () => links.push('stop'),
  })
  const state = (isConnected: boolean) => ({ isConnected, timeData: null }) as ServerTimeState
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 5))
  return {
    store,
    links,
    asked,
    place: () => store.getState().session.at,
    linkComes: () => listener(state(true), state(false)),
    answer: async (number: number, answer: { status: number; body: unknown }) => {
      asked[number]?.(answer)
      await settle()
    },
  }
}

describe('what the kiosk knows of its own standing', () => {
  it('goes back to pairing when it is no longer paired', async () => {
    const { answer, linkComes, place } = setUp({ at: 'attract' })
    linkComes()
    await answer(0, notPaired)
    expect(place()).toBe('unpaired')
  })

  it('is not thrown out of a pairing by the answer to an older question', async () => {
    const { answer, linkComes, place } = setUp({ at: 'pairing', code: 'ABCD2345' })
    linkComes()
    await answer(0, notPaired)
    expect(place()).toBe('pairing')
  })

  it('is not unpaired, once paired, by the answer to a question from before', async () => {
    const { answer, linkComes, place, store } = setUp({ at: 'pairing', code: 'ABCD2345' })
    linkComes()
    store.send({ type: 'paired' })
    store.send({ type: 'admitted' })
    await answer(0, notPaired)
    expect(place()).toBe('attract')
  })

  it('opens a new socket once paired, so that the server knows whose it is', () => {
    const { links, store } = setUp({ at: 'pairing', code: 'ABCD2345' })
    store.send({ type: 'paired' })
    expect(links).toEqual(['stop', 'start'])
  })

  it('is let in when it turns out to be paired after all', async () => {
    const { answer, linkComes, place } = setUp({ at: 'unpaired' })
    linkComes()
    await answer(0, paired)
    expect(place()).toBe('attract')
  })
})
