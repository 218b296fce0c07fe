import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ServerBus } from '../../../src-server/bus/server-bus.ts'
import type { ServerEvent } from '../../../src-server/events/event-bus.ts'
import { FakeChannel } from './fake-channel.ts'

const event = (version: number): ServerEvent => ({
  name: 'availability',
  body: { kind: 'wash', date: '2025-12-05', version },
})

/** A server that shows what is in the store that all share: it reads when it hears of something, or may have missed it. */
class Shop {
  shown = 0
  gaps = 0
  readonly heard: number[] = []
  readonly bus: ServerBus
  isAlive = true

  constructor(id: string, channel: FakeChannel, store: { version: number }, world: { now: number }) {
    const read = () => (this.shown = store.version)
    this.bus = new ServerBus({
      id,
      openChannel: channel.open,
      elapsed: () => world.now,
      hear: ({ body }) => {
        if ('version' in body) this.heard.push(body.version)
        read()
      },
      onGap: () => {
        this.gaps += 1
        read()
      },
    })
  }
}

function setUp(ids: readonly string[]) {
  const channel = new FakeChannel()
  const [store, world] = [{ version: 0 }, { now: 0 }]
  const shops = ids.map((id) => new Shop(id, channel, store, world))
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      world.now += 1000
      for (const shop of shops) if (shop.isAlive) shop.bus.onSecond()
      channel.deliverAll()
    }
  }
  return { channel, store, world, shops, pass }
}

describe('the bus between servers', () => {
  let all: ReturnType<typeof setUp>
  let one: Shop
  let other: Shop
  beforeEach(async () => {
    all = setUp(['one', 'other'])
    ;[one, other] = all.shops as [Shop, Shop]
    await Promise.resolve()
    all.channel.deliverAll()
  })

  it('hears itself before it counts as connected, and reads everything once then', () => {
    const { shops } = setUp(['late'])
    expect(shops[0]?.bus.condition).toBe('away')
    expect([one.bus.condition, one.gaps]).toEqual(['connected', 1])
  })

  it('tells the others what a server has made true, once, and not itself', () => {
    one.bus.tell(event(1))
    one.bus.tell(event(2))
    all.channel.deliverAll()
    expect([one.heard, other.heard]).toEqual([[], [1, 2]])
    expect(other.gaps).toBe(1)
    expect([one.bus.figures.told, other.bus.figures.heard]).toEqual([2, 2])
  })

  it('leaves out what comes twice', () => {
    one.bus.tell(event(1))
    for (let times = 0; times < 6; times += 1) all.channel.deliver(1, true)
    expect(other.heard).toEqual([1])
  })

  it('reads everything again at the first event after a lost one', () => {
    one.bus.tell(event(1))
    all.channel.underWay.length = 0
    one.bus.tell(event(2))
    all.channel.deliverAll()
    expect([other.heard, other.gaps]).toEqual([[2], 2])
  })

  it('finds out by a beat that the last event was lost', () => {
    one.bus.tell(event(1))
    all.channel.underWay.length = 0
    all.store.version = 1
    all.pass(5)
    expect([other.gaps, other.shown]).toEqual([2, 1])
  })

  it('reads everything again when a server falls silent: it may have died before it told', () => {
    all.store.version = 1
    one.isAlive = false
    all.pass(15)
    expect(other.shown).toBe(0)
    all.pass(1)
    expect([other.gaps, other.shown]).toEqual([2, 1])
    all.pass(40)
    expect(other.gaps).toBe(2)
  })

  it('misses nobody who has said farewell', async () => {
    await one.bus.close()
    all.channel.deliverAll()
    one.isAlive = false
    all.pass(59)
    expect(other.gaps).toBe(1)
  })

  it('reads every 15 s while the channel is away, and once when it is back', () => {
    all.channel.goAway()
    expect(other.bus.condition).toBe('away')
    all.store.version = 1
    all.pass(15)
    expect([other.gaps, other.shown]).toEqual([2, 1])
    all.pass(30)
    expect(other.gaps).toBe(4)
    all.store.version = 2
    all.channel.comeBack()
    all.channel.deliverAll()
    expect([other.bus.condition, other.gaps, other.shown]).toEqual(['connected', 5, 2])
    all.pass(59)
    expect(other.gaps).toBe(5)
  })

  it('reads once a minute whatever has gone wrong that nothing tells of', () => {
    all.store.version = 1
    all.pass(59)
    expect(other.shown).toBe(0)
    all.pass(1)
    expect([other.shown, other.bus.figures.gaps]).toEqual([1, 1])
  })

  it('is away where it hears nothing, not even itself, though nobody says so', () => {
    for (let second = 0; second < 16; second += 1) {
      all.world.now += 1000
      other.bus.onSecond()
      all.channel.underWay.length = 0
    }
    expect(other.bus.condition).toBe('away')
  })

  it.each(['', '{}', '{"is":"event","from":"x","n":1,"event":{"name":"revoked","body":{"everybody":1}}}', '[1]'])(
    'ignores %s',
    (text) => {
      const listening = all.channel.underWay
      one.bus.tell(event(1))
      const parcel = listening.at(-1)
      listening.length = 0
      parcel?.to.received(text)
      expect([other.heard, other.gaps]).toEqual([[], 1])
    },
  )

  it(
    'whatever the channel does, each server shows the truth 16 s later, and a minute later whoever has died',
    { timeout: 60_000 },
    async () => {
      const step = fc.oneof(
        { weight: 4, arbitrary: fc.record({ does: fc.constant('write' as const), who: fc.nat(2) }) },
        { weight: 1, arbitrary: fc.record({ does: fc.constant('write and die' as const), who: fc.nat(2) }) },
        { weight: 4, arbitrary: fc.record({ does: fc.constant('deliver' as const), who: fc.nat(30) }) },
        { weight: 2, arbitrary: fc.record({ does: fc.constant('repeat' as const), who: fc.nat(30) }) },
        { weight: 2, arbitrary: fc.record({ does: fc.constant('lose' as const), who: fc.nat(30) }) },
        { weight: 1, arbitrary: fc.record({ does: fc.constant('go away' as const), who: fc.nat(0) }) },
        { weight: 1, arbitrary: fc.record({ does: fc.constant('come back' as const), who: fc.nat(0) }) },
        { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), who: fc.nat(8) }) },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
          const { channel, store, world, shops, pass } = setUp(['a', 'b', 'c'])
          await Promise.resolve()
          channel.deliverAll()
          for (const { does, who } of steps) {
            const shop = shops[who]
            if ((does === 'write' || does === 'write and die') && shop?.isAlive === true) {
              store.version += 1
              shop.shown = store.version
              if (does === 'write') shop.bus.tell(event(store.version))
              else shop.isAlive = false
            }
            if (does === 'deliver') channel.deliver(who)
            if (does === 'repeat') channel.deliver(who, true)
            if (does === 'lose') channel.lose(who)
            if (does === 'go away') channel.goAway()
            if (does === 'come back') channel.comeBack()
            if (does === 'wait') {
              world.now += who * 1000
              for (const { bus } of shops.filter(({ isAlive }) => isAlive)) {
                for (let n = 0; n < who; n += 1) bus.onSecond()
              }
            }
          }
          // Nothing is lost from now on, and nothing is late.
          channel.deliverAll()
          pass(shops.every(({ isAlive }) => isAlive) ? 16 : 61)
          const late = shops.filter(({ isAlive, shown }) => isAlive && shown !== store.version)
          expect(late).toEqual([])
        }),
        { numRuns: 500 },
      )
    },
  )
})
