// @vitest-environment happy-dom
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import {
  useAvailabilityChanges,
  useCountdown,
  useServerTime,
  useServerTimeSelector,
  useTimeSyncNotices,
} from '../../../src-shared/ui/server-time-hooks.ts'
import { openPage } from './page.tsx'
import { storeFixture } from './store-fixture.ts'

describe('useServerTime', () => {
  it('throws outside its provider', () => {
    const Lost = () => <p>{useServerTime().mode}</p>
    expect(() => renderToString(<Lost />)).toThrow('useServerTime must be used within a ServerTimeProvider')
  })

  it('gives the time and its mode, live', () => {
    const { world, store } = storeFixture()
    const Shown = () => {
      const { serverTime, mode, isConnected } = useServerTime()
      return <p>{`${mode} ${isConnected} ${serverTime === null ? 'none' : Math.floor(serverTime / 1000)}`}</p>
    }
    const page = openPage(store, <Shown />)
    expect(page.element.textContent).toBe('init false none')
    page.during(() => world.advance(2500))
    expect(page.element.textContent).toBe('synced true 1764938724')
    page.close()
  })
})

describe('useServerTimeSelector', () => {
  it('renders again only when its part changes', () => {
    const { world, server, store } = storeFixture()
    let renders = 0
    const Mode = () => {
      renders += 1
      return <p>{useServerTimeSelector((state) => state.mode)}</p>
    }
    const page = openPage(store, <Mode />)
    page.during(() => world.advance(1000))
    const before = renders
    for (let second = 0; second < 30; second += 1) page.during(() => world.advance(1000))
    expect(renders).toBe(before)
    page.during(() => server.dropAll())
    expect(renders).toBe(before + 1)
    expect(page.element.textContent).toBe('holdover')
    page.close()
  })
})

describe('useCountdown', () => {
  function Left({ deadline }: { deadline: string | null }) {
    return <p>{String(useCountdown(deadline))}</p>
  }

  it('counts whole seconds down to zero by the server’s time, whatever the device’s clock does', () => {
    const { world, store } = storeFixture()
    const page = openPage(store, <Left deadline="2025-12-05T12:45:27Z" />)
    expect(page.element.textContent).toBe('null')
    page.during(() => world.advance(500))
    expect(page.element.textContent).toBe('5000')
    world.wallOffsetMs = 3_600_000
    page.during(() => world.advance(1000))
    expect(page.element.textContent).toBe('4000')
    page.during(() => world.advance(3450))
    expect(page.element.textContent).toBe('1000')
    page.during(() => world.advance(100))
    expect(page.element.textContent).toBe('0')
    page.during(() => world.advance(60_000))
    expect(page.element.textContent).toBe('0')
    page.close()
  })

  it('says nothing without a deadline, or with one that is no instant', () => {
    const { world, store } = storeFixture()
    const page = openPage(store, <Left deadline={null} />)
    page.during(() => world.advance(1000))
    expect(page.element.textContent).toBe('null')
    page.show(<Left deadline="tomorrow" />)
    expect(page.element.textContent).toBe('null')
    page.close()
  })
})

describe('useAvailabilityChanges', () => {
  it('calls back for its own kind and day, and after a reconnect', () => {
    const { world, server, store } = storeFixture()
    const onChange = vi.fn<() => void>()
    function Slots({ date }: { date: string | null }) {
      useAvailabilityChanges('wash', date, onChange)
      return null
    }
    const say = (kind: string, date: string) =>
      server.broadcast(JSON.stringify({ type: 'availability_changed', kind, date, version: 1 }))
    const page = openPage(store, <Slots date="2025-12-06" />)
    page.during(() => world.advance(1000))
    page.during(() => {
      say('parking', '2025-12-06')
      say('wash', '2025-12-07')
      world.advance(10)
    })
    expect(onChange).not.toHaveBeenCalled()
    page.during(() => {
      say('wash', '2025-12-06')
      world.advance(10)
    })
    expect(onChange).toHaveBeenCalledTimes(1)
    page.during(() => {
      server.dropAll()
      world.advance(2000)
    })
    expect(onChange).toHaveBeenCalledTimes(2)
    page.show(<Slots date={null} />)
    expect(server.heard.at(-1)?.message).toEqual({ type: 'unsubscribe', topics: ['availability'] })
    page.close()
  })
})

describe('useTimeSyncNotices', () => {
  it('tells of loss and restoration, once each', () => {
    const { world, server, store } = storeFixture()
    const onLost = vi.fn<() => void>()
    const onRestored = vi.fn<() => void>()
    const Notices = () => {
      useTimeSyncNotices({ onLost, onRestored })
      return null
    }
    const page = openPage(store, <Notices />)
    page.during(() => world.advance(5000))
    expect(onLost).not.toHaveBeenCalled()
    server.reachable = false
    page.during(() => {
      server.dropAll()
      world.advance(70_000)
    })
    expect(onLost).toHaveBeenCalledTimes(1)
    expect(onRestored).not.toHaveBeenCalled()
    server.reachable = true
    page.during(() => world.advance(40_000))
    expect(onLost).toHaveBeenCalledTimes(1)
    expect(onRestored).toHaveBeenCalledTimes(1)
    page.close()
  })
})

describe('a page that goes away', () => {
  it('closes its link', () => {
    const { world, server, store } = storeFixture()
    const page = openPage(store, <p />)
    page.during(() => world.advance(1000))
    expect(server.openSockets).toBe(1)
    page.close()
    expect(server.openSockets).toBe(0)
  })
})
