// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { ServerClock, type ServerClockProps } from '../../../src-shared/ui/ServerClock.tsx'
import { timeUpdate } from '../time/fake-time-server.ts'
import { openPage } from './page.tsx'
import { storeFixture } from './store-fixture.ts'

function clock(props: ServerClockProps = {}) {
  const fixture = storeFixture()
  // A device that is wrong by ten years: nothing of it may be seen.
  fixture.world.wallOffsetMs = 315_360_000_000
  const page = openPage(fixture.store, <ServerClock {...props} />)
  const find = (selector: string) => page.element.querySelector(selector)
  return {
    ...fixture,
    page,
    find,
    text: (selector: string) => find(selector)?.textContent,
    pass: (ms: number) => page.during(() => fixture.world.advance(ms)),
    loseServer() {
      fixture.server.reachable = false
      page.during(() => fixture.server.dropAll())
    },
  }
}

describe('ServerClock', () => {
  it('shows --:-- before the first exchange, and nothing of the device’s time', () => {
    const { text, pass, server, find, page } = clock()
    server.answersSync = false
    expect(text('time')).toBe('--:--')
    pass(20_000)
    expect(text('time')).toBe('--:--')
    expect(text('.server-clock__word')).toBe('Connecting')
    expect(find('.server-clock__day')).toBeNull()
    expect(page.element.textContent).not.toContain('Device')
    page.close()
  })

  it('shows the server’s time, second by second, and says Live', () => {
    const { text, pass, page } = clock()
    pass(500)
    expect(text('time')).toBe('12:45:22')
    expect(text('.server-clock__word')).toBe('Live')
    pass(600)
    expect(text('time')).toBe('12:45:23')
    expect(text('.server-clock__day')).toBe('Friday, December 5, 2025')
    page.close()
  })

  it('in full shows zone, timestamp, uncertainty and state below', () => {
    const { text, pass, find, page } = clock()
    pass(500)
    const details = text('.server-clock__details')
    expect(details).toContain('ZoneUTC')
    expect(details).toContain('Timestamp1764938722')
    expect(details).toMatch(/Uncertainty± \d+ ms/)
    expect(details).toContain('The clock follows the server.')
    expect(find('[role=tooltip]')).toBeNull()
    page.close()
  })

  it('compact is a button with the details as its tooltip, that Escape sends away', () => {
    const { find, pass, page } = clock({ compact: true })
    pass(500)
    const button = find('button')
    const tooltip = find('[role=tooltip]')
    expect(button?.getAttribute('aria-describedby')).toBe(tooltip?.id)
    expect(tooltip?.textContent).toContain('Timestamp1764938722')
    page.during(() => button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
    expect(find('.server-clock')?.hasAttribute('data-dismissed')).toBe(true)
    page.close()
  })

  it('leaves out the date or the time when told, and takes a class', () => {
    const { find, pass, page } = clock({ showDate: false, className: 'mine' })
    pass(500)
    expect(find('.server-clock__day')).toBeNull()
    expect(find('.server-clock.mine')).not.toBeNull()
    page.show(<ServerClock showTime={false} />)
    expect(find('time')).toBeNull()
    expect(find('.server-clock__day')).not.toBeNull()
    page.close()
  })

  it.each(['live', 'resting'] as const)('beats its dot with each second that it shows: %s', (pace) => {
    const { find, pass, page, store } = clock()
    const beat = () => find('.server-clock__dot')?.getAttribute('data-beat')
    pass(900)
    store.follow(pace)
    const beats = Array.from({ length: 4 }, () => {
      pass(1000)
      return beat()
    })
    expect(beats.join('')).toMatch(/^0101$|^1010$/)
    page.close()
  })

  it('says Checking in doubt, and reads only the change of state out', () => {
    const { text, pass, page, server, store } = clock()
    pass(1500)
    const status = text('[role=status]')
    pass(5000)
    expect(text('[role=status]')).toBe(status)
    server.answersSync = false
    page.during(() => store.wake('visible'))
    expect(text('.server-clock__word')).toBe('Checking')
    expect(text('[role=status]')).toBe('Checking the time with the server.')
    page.close()
  })

  it('runs on with ≈ ± when the link is lost', () => {
    const { text, pass, loseServer, page } = clock()
    pass(5000)
    loseServer()
    pass(10_000)
    expect(text('.server-clock__word')).toMatch(/^≈ ± \d+ ms$/)
    expect(text('time')).toBe('12:45:37')
    page.close()
  })

  it('after a minute says Offline and warns, with the device’s time marked as such beside its own', () => {
    const { text, pass, loseServer, page } = clock()
    pass(5000)
    loseServer()
    pass(61_000)
    expect(text('.server-clock__word')).toBe('Offline')
    expect(text('time')).toBe('12:46:28')
    expect(text('.server-clock__source')).toBe('Fallback time')
    expect(text('.server-clock__fallback')).toMatch(/Time sync lost\..*This device says .* decides nothing/)
    page.close()
  })

  it('shows the device’s time in its place, marked, only once its own is not known to 2 s', () => {
    const { text, pass, loseServer, page, world } = clock()
    pass(5000)
    loseServer()
    page.during(() => world.sleep(3_600_000))
    pass(10_000)
    expect(text('.server-clock__word')).toBe('Offline')
    expect(text('.server-clock__source')).toBe('Device time')
    expect(text('.server-clock__details')).toContain('Timestamp--:--')
    page.close()
  })

  it('shows the site’s zone, and UTC for one that the browser does not know', () => {
    const { text, pass, page, server, world } = clock()
    pass(500)
    const say = (timezone: string, datetime: string) =>
      page.during(() => {
        server.broadcast(JSON.stringify({ ...timeUpdate(server.now()), timezone, datetime }))
        world.advance(10)
      })
    say('Asia/Kolkata', '2025-12-05T18:15:22+05:30')
    expect(text('time')).toBe('18:15:22')
    say('Mars/Olympus', 'a sol on Mars')
    expect(text('time')).toBe('12:45:22')
    page.close()
  })

  it.each(['trusted', 'provisional'] as const)('says nothing of a server whose clock is %s', (state) => {
    const { text, pass, page, server } = clock()
    server.clockState = state
    pass(1500)
    expect(text('.server-clock__word')).toBe('Live')
    expect(text('.server-clock__details')).not.toContain('Server’s clock')
    page.close()
  })

  it.each([
    ['guarded', 'Live', 'the server ignores that'],
    ['rollback', 'Not vouched for', 'The server cannot vouch for the time'],
    ['forward_suspect', 'Not vouched for', 'The server cannot vouch for the time'],
  ] as const)('says so when the server’s clock is %s, in its tooltip and in full', (state, word, words) => {
    const { text, pass, page, server } = clock()
    server.clockState = state
    pass(1500)
    for (const compact of [false, true]) {
      page.show(<ServerClock compact={compact} />)
      expect(text('.server-clock__word')).toBe(word)
      expect(text('.server-clock__details')).toContain(words)
      expect(text('[role=status]')).toContain(words)
    }
    server.clockState = 'trusted'
    pass(1000)
    expect(text('.server-clock__word')).toBe('Live')
    page.close()
  })
})
