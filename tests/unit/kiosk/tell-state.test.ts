import { describe, expect, it } from 'vitest'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import { tellState } from '../../../kiosk/tablet/tell-state.ts'
import { kioskEnglish } from '../../../src-shared/i18n/messages/en/kiosk-english.ts'
import type { KioskStateMessage } from '../../../src-shared/protocol/kiosk-state.ts'
import { TimeClientMessage } from '../../../src-shared/protocol/time-socket.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'
import type { ServerTimeState } from '../../../src-shared/ui/server-time-store.ts'
import { createSpeech } from '../../../src-shared/ui/speech.ts'
import { sessions } from './samples.ts'

/** A kiosk with a link that can be lost, and what it says over it. */
function setUp() {
  const store = createKioskStore({ at: 'attract' })
  const said: KioskStateMessage[] = []
  const due: (() => void)[] = []
  const page = { isFull: false }
  let isConnected = true
  let listener: (now: ServerTimeState, before: ServerTimeState) => void = () => {}
  const state = (connected: boolean) => ({ isConnected: connected }) as ServerTimeState
  const plan = tellState({
    store,
    speech: createSpeech(kioskEnglish, { hi: async () => ({}) }),
    serverTime: {
      getState: () => state(isConnected),
      subscribe: (given) => {
        listener = given
        return () => {}
      },
      tellState: (one) => said.push(one),
    },
    timers: {
      after: (_, run) => {
        due.push(run)
        return () => {}
      },
    },
    isFullScreen: () => page.isFull,
  })
  return {
    store,
    said,
    due,
    page,
    plan,
    aSecond: () => due.splice(0).forEach((run) => run()),
    link(up: boolean) {
      isConnected = up
      listener(state(up), state(!up))
    },
  }
}

describe('a kiosk tells what it shows', () => {
  it('a second after it began, and after each other screen', () => {
    const { store, said, aSecond } = setUp()
    aSecond()
    store.send({ type: 'begin' })
    expect(said).toHaveLength(1)
    aSecond()
    expect(said.map(({ screen }) => screen)).toEqual(['attract', 'purpose'])
    expect(said[0]).toMatchObject({ language: 'en', full_screen: false })
  })

  it('once for whoever is quick, and not again where nothing has changed', () => {
    const { store, said, due, aSecond, plan } = setUp()
    store.send({ type: 'begin' })
    store.send({ type: 'leave' })
    expect(due).toHaveLength(1)
    aSecond()
    plan()
    aSecond()
    expect(said.map(({ screen }) => screen)).toEqual(['attract'])
  })

  it('anew to a server that was away, and nothing while it is', () => {
    const { store, said, aSecond, link } = setUp()
    aSecond()
    link(false)
    store.send({ type: 'begin' })
    aSecond()
    expect(said).toHaveLength(1)
    store.send({ type: 'leave' })
    link(true)
    aSecond()
    expect(said.map(({ screen }) => screen)).toEqual(['attract', 'attract'])
  })

  it('with the full screen', () => {
    const { said, aSecond, page, plan } = setUp()
    aSecond()
    page.isFull = true
    plan()
    aSecond()
    expect(said.map(({ full_screen: isFull }) => isFull)).toEqual([false, true])
  })

  it.each(Object.values(sessions))('with nothing of the customer, at $at', (session) => {
    const { said, aSecond, store } = setUp()
    Object.assign(store.getState(), { session })
    aSecond()
    const text = JSON.stringify(said[0])
    expect(parseJson(TimeClientMessage, text)).toMatchObject({ screen: session.at })
    const members = ['type', 'screen', 'language', 'version', 'full_screen', 'awake']
    expect(said.map((one) => Object.keys(one))).toEqual([members])
  })
})
