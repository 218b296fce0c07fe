import { describe, expect, it } from 'vitest'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import type { Session } from '../../../kiosk/session/session.ts'
import { followNewerPages } from '../../../kiosk/tablet/newer-page.ts'
import type { Reload } from '../../../src-shared/protocol/kiosk-state.ts'
import type { ServerTimeState } from '../../../src-shared/ui/server-time-store.ts'
import { sessions } from './samples.ts'

/** A kiosk whose link comes back, and a server that has a page, or none. */
function setUp(session: Session, pages: (string | undefined)[]) {
  const store = createKioskStore(session)
  const waiting: (() => void)[] = []
  const touches: (() => void)[] = []
  let listener: (now: ServerTimeState, before: ServerTimeState) => void = () => {}
  let reloads = 0
  let ask: (reload: Reload) => void = () => {}
  followNewerPages({
    store,
    serverTime: {
      subscribe: (given) => {
        listener = given
        return () => {}
      },
      onReload: (given) => {
        ask = given
        return () => {}
      },
    },
    timers: {
      after: (_, run) => {
        waiting.push(run)
        return () => void (waiting.includes(run) && waiting.splice(waiting.indexOf(run), 1))
      },
    },
    readPage: () => {
      const page = pages.length > 1 ? pages.shift() : pages[0]
      return page === undefined ? Promise.reject(new Error('away')) : Promise.resolve(page)
    },
    script: '/kiosk/assets/index-old.js',
    page: { addEventListener: (_: string, run: () => void) => void touches.push(run) } as unknown as Window,
    reload: () => (reloads += 1),
  })
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 1))
  return {
    store,
    waiting,
    ask: (when: Reload['when']) => ask({ type: 'reload', when }),
    touch: () => touches[0]?.(),
    linkReturns: async () => {
      listener({ isConnected: true } as ServerTimeState, { isConnected: false } as ServerTimeState)
      await settle()
    },
    settle,
    quiet: async () => {
      for (const run of waiting.splice(0)) run()
      await settle()
    },
    reloads: () => reloads,
  }
}

const same = '<script src="/kiosk/assets/index-old.js">'
const newer = '<script src="/kiosk/assets/index-new.js">'

describe('a kiosk whose server came back', () => {
  it('stays where the page is the same', async () => {
    const { linkReturns, waiting, reloads } = setUp({ at: 'attract' }, [same])
    await linkReturns()
    expect([waiting.length, reloads()]).toEqual([0, 0])
  })

  it('opens a newer page once nobody has touched it for a while', async () => {
    const { linkReturns, touch, waiting, quiet, reloads } = setUp({ at: 'attract' }, [newer])
    await linkReturns()
    touch()
    expect([waiting.length, reloads()]).toEqual([1, 0])
    await quiet()
    expect(reloads()).toBe(1)
  })

  it('waits for a customer to end', async () => {
    const { store, linkReturns, quiet, reloads } = setUp(sessions.plate, [newer])
    await linkReturns()
    await quiet()
    expect(reloads()).toBe(0)
    store.send({ type: 'leave' })
    await quiet()
    expect(reloads()).toBe(1)
  })

  it('does not leave its page while the server has gone again', async () => {
    const { linkReturns, quiet, reloads } = setUp({ at: 'attract' }, [newer, undefined, newer])
    await linkReturns()
    await quiet()
    expect(reloads()).toBe(0)
    await quiet()
    expect(reloads()).toBe(1)
  })
})

describe('a kiosk that is asked to open its page anew', () => {
  it('does so once nobody has touched it for a while', async () => {
    const { ask, quiet, reloads } = setUp({ at: 'attract' }, [same])
    ask('free')
    expect(reloads()).toBe(0)
    await quiet()
    expect(reloads()).toBe(1)
  })

  it('waits for a customer to end, though the link is lost meanwhile', async () => {
    const { store, ask, linkReturns, quiet, reloads } = setUp(sessions.held, [same])
    ask('free')
    await linkReturns()
    await quiet()
    expect(reloads()).toBe(0)
    store.send({ type: 'leave' })
    await quiet()
    expect(reloads()).toBe(1)
  })

  it('waits for nobody when it is to be now, and lets go what was held', async () => {
    const { store, ask, settle, reloads } = setUp(sessions.held, [same])
    ask('now')
    expect(store.getState().session.at).toBe('attract')
    await settle()
    expect(reloads()).toBe(1)
  })

  it('stays on its page where the server has none to give, and tries later', async () => {
    const { ask, settle, quiet, reloads } = setUp(sessions.plate, [undefined, same])
    ask('now')
    await settle()
    expect(reloads()).toBe(0)
    await quiet()
    expect(reloads()).toBe(1)
  })
})
