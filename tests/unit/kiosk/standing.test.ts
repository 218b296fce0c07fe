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
  const link = (is: boolean) => listener(state(is), state(!is))
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 5))
  return {
    store,
    links,
    asked,
    place: () => store.getState().session.at,
    linkComes: () => link(true),
    linkBreaks: () => link(false),
    /** The link had been there before, and is back. */
    linkReturns: () => {
      link(true)
      link(false)
      asked.length = 0
      link(true)
    },
    answer: async (number: number, answer: { status: number; body: unknown }) => {
      asked[number]?.(answer)
      await settle()
    },
  }
}

describe('what the kiosk knows of its own standing', () => {
  it('asks nothing when the link first comes, because whoever starts asks for themselves', () => {
    const { asked, linkComes } = setUp({ at: 'attract' })
    linkComes()
    expect(asked).toHaveLength(0)
  })

  it('asks when the link breaks, and when it is back', () => {
    const { asked, linkComes, linkBreaks } = setUp({ at: 'attract' })
    linkComes()
    linkBreaks()
    expect(asked).toHaveLength(1)
    linkComes()
    expect(asked).toHaveLength(2)
  })

  it('goes back to pairing when it is no longer paired', async () => {
    const { answer, linkReturns, place } = setUp({ at: 'attract' })
    linkReturns()
    await answer(0, notPaired)
    expect(place()).toBe('unpaired')
  })

  it('is not thrown out of a pairing by the answer to an older question', async () => {
    const { answer, linkReturns, place } = setUp({ at: 'pairing', code: 'ABCD2345' })
    linkReturns()
    await answer(0, notPaired)
    expect(place()).toBe('pairing')
  })

  it('is not unpaired, once paired, by the answer to a question from before', async () => {
    const { answer, linkReturns, place, store } = setUp({ at: 'pairing', code: 'ABCD2345' })
    linkReturns()
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
    const { answer, linkReturns, place } = setUp({ at: 'unpaired' })
    linkReturns()
    await answer(0, paired)
    expect(place()).toBe('attract')
  })
})
