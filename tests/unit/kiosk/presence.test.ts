import { describe, expect, it } from 'vitest'
import { startIdleWatch } from '../../../kiosk/idle/idle-watch.ts'
import { paceAfter, presenceAfter } from '../../../kiosk/idle/presence.ts'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import type { Place, Session } from '../../../kiosk/session/session.ts'
import type { LinkPaceName } from '../../../src-shared/time/link-pace.ts'
import { places, sessions } from './samples.ts'

const beside: Place[] = ['starting', 'unpaired', 'pairing', 'attract']
const flow = places.filter((place) => !beside.includes(place) && place !== 'booked' && place !== 'ended')

describe('silence', () => {
  it.each(flow)('on %s is asked about after 60 s and taken for leaving 15 s later', (place) => {
    expect(presenceAfter(place, 59_999)).toEqual({ is: 'here' })
    expect(presenceAfter(place, 60_000)).toEqual({ is: 'asked', secondsLeft: 15 })
    expect(presenceAfter(place, 74_999)).toEqual({ is: 'asked', secondsLeft: 1 })
    expect(presenceAfter(place, 75_000)).toEqual({ is: 'gone' })
  })

  // A code is scanned from the reference, so that stands for longer.
  it.each([
    ['booked', 60],
    ['ended', 30],
  ] as const)('on %s closes the screen after %i s', (place, seconds) => {
    expect(presenceAfter(place, 0)).toEqual({ is: 'closing', secondsLeft: seconds })
    expect(presenceAfter(place, seconds * 1000 - 1)).toEqual({ is: 'closing', secondsLeft: 1 })
    expect(presenceAfter(place, seconds * 1000)).toEqual({ is: 'gone' })
  })

  it('means nothing where there is no customer', () => {
    for (const place of beside.filter((one) => one !== 'attract'))
      expect(presenceAfter(place, 1e9)).toEqual({ is: 'here' })
    expect(presenceAfter('attract', 59_999)).toEqual({ is: 'here' })
    expect(presenceAfter('attract', 60_000)).toEqual({ is: 'resting' })
  })
})

describe('the time', () => {
  it.each(places)('is followed second by second on %s', (place) => {
    expect(paceAfter(place, 59_999)).toBe('live')
    expect(paceAfter(place, 60_000)).toBe(place === 'attract' ? 'resting' : 'live')
  })
})

/** A page and a clock that the test moves; looks every 500 ms as the watch asks. */
function setUp(session: Session) {
  const store = createKioskStore(session)
  const listeners = new Map<string, () => void>()
  const paces: LinkPaceName[] = []
  let now = 5000
  const due: { at: number; run: () => void }[] = []
  const watch = startIdleWatch(
    store,
    { follow: (pace) => paces.push(pace) },
    { monotonicMs: () => now },
    {
      after: (ms, run) => {
        due.push({ at: now + ms, run })
        return () => due.splice(0)
      },
    },
    {
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
      removeEventListener: (name: string) => listeners.delete(name),
    } as unknown as Window,
  )
  function pass(ms: number): void {
    const end = now + ms
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      if (next.at > end) {
        due.unshift(next)
        break
      }
      now = next.at
      next.run()
    }
    now = end
  }
  return { store, watch, pass, pace: () => paces.at(-1), touch: () => listeners.get('pointerdown')?.(), listeners }
}

describe('the idle watch', () => {
  it('wipes the session after a minute of silence and an unanswered question', () => {
    const { store, pass } = setUp(sessions.plate)
    pass(60_000)
    expect(store.getState()).toMatchObject({ presence: { is: 'asked' }, session: { at: 'plate' } })
    pass(15_000)
    expect(store.getState().session).toEqual({ at: 'attract' })
    expect(store.getState().presence).toEqual({ is: 'here' })
  })

  it('starts anew with each touch', () => {
    const { store, pass, touch } = setUp(sessions.plate)
    pass(59_000)
    touch()
    pass(59_000)
    expect(store.getState().presence).toEqual({ is: 'here' })
  })

  it('while asking takes only the answer, not a stray touch', () => {
    const { store, pass, touch, watch } = setUp(sessions.plate)
    pass(61_000)
    touch()
    expect(store.getState().presence.is).toBe('asked')
    watch.stay()
    expect(store.getState()).toMatchObject({ presence: { is: 'here' }, session: { at: 'plate' } })
  })

  it('gives a new screen its full time', () => {
    const { store, pass } = setUp(sessions.settling)
    pass(50_000)
    store.send({ type: 'refused', failure: 'not_found' })
    pass(29_000)
    expect(store.getState().session.at).toBe('ended')
    pass(1500)
    expect(store.getState().session.at).toBe('attract')
  })

  it('lets the clock rest where nobody is, until somebody touches the screen or another one comes up', () => {
    const { store, pass, touch, pace } = setUp(sessions.attract)
    expect(pace()).toBe('live')
    pass(60_000)
    expect(pace()).toBe('resting')
    touch()
    expect(pace()).toBe('live')
    pass(60_000)
    expect(pace()).toBe('resting')
    store.send({ type: 'begin' })
    expect(store.getState().session.at).toBe('purpose')
    expect(pace()).toBe('live')
  })

  it('leaves no listener behind', () => {
    const { watch, listeners } = setUp(sessions.attract)
    watch.stop()
    expect(listeners.size).toBe(0)
  })
})
