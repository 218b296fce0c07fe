import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../../src-server/clock/sntp/agreement.ts'
import { SourceWatch } from '../../../src-server/clock/sntp/source-watch.ts'
import { FakeNetwork, HandTimers, randomOf, settle, type FakeServer } from './fake-network.ts'
import { Machine, trusted } from './machine.ts'

function watchOver(servers: Readonly<Record<string, FakeServer>>, names = Object.keys(servers)) {
  const machine = new Machine()
  const { guard } = trusted(machine)
  const network = new FakeNetwork(machine, servers)
  const timers = new HandTimers()
  const now = () => guard.now()
  const elapsed = () => guard.elapsedMs()
  const watch = new SourceWatch(names, { exchange: network.exchange, timers, random: randomOf(11), now, elapsed })
  return { machine, network, timers, watch }
}

const good: FakeServer = { offsetMs: 3 }
const troubles = (watch: SourceWatch) => watch.status().map(({ trouble }) => trouble)

describe('a quorum', () => {
  it.each<[string, Record<string, FakeServer>, number | undefined]>([
    ['three that agree', { a: good, b: good, c: good }, 3],
    ['two and a liar', { a: good, b: good, c: { offsetMs: 9000 } }, 2],
    ['two and a silent one', { a: good, b: { silent: true }, c: good }, 2],
    ['one and two liars who disagree', { a: good, b: { offsetMs: 9000 }, c: { offsetMs: -9000 } }, undefined],
    ['one and two silent ones', { a: good, b: { silent: true }, c: { error: 'ENOTFOUND' } }, undefined],
    ['the only one there is', { a: good }, undefined],
    ['two of two', { a: good, b: good }, 2],
    ['two of four', { a: good, b: good, c: { silent: true }, d: { silent: true } }, undefined],
    ['none that can be reached', { a: { error: 'ENOTFOUND' }, b: { error: 'ENETUNREACH' } }, undefined],
  ])('of %s', async (_, servers, count) => {
    const { watch } = watchOver(servers)
    await watch.askAll()
    expect(watch.agreement()?.count).toBe(count)
  })

  it('counts a server once, however many names lead to it', async () => {
    const { watch } = watchOver({ a: { ...good, address: '192.0.2.1' }, b: { ...good, address: '192.0.2.1' } }, [
      'a',
      'b',
      'a',
    ])
    await watch.askAll()
    expect(watch.agreement()).toBeUndefined()
    expect(troubles(watch)).toEqual([null, null, null])
  })

  it('counts two servers at one address by their ports', async () => {
    const { watch } = watchOver({ a: good }, ['a:1001', 'a:1002', 'a:1002'])
    await watch.askAll()
    expect(watch.agreement()?.count).toBe(2)
  })

  it('does not outlive the answers it was made of', async () => {
    const { watch, network } = watchOver({ a: good, b: good, c: { silent: true } })
    await watch.askAll()
    network.servers.set('b', { silent: true })
    await watch.askAll()
    expect(watch.agreement()).toBeUndefined()
    expect(watch.status().map(({ reach }) => reach)).toEqual([3, 2, 0])
  })

  it('moves along when business time is set anew', async () => {
    const { watch } = watchOver({ a: good, b: good })
    await watch.askAll()
    const before = watch.agreement() as Agreement
    watch.shift(-1000)
    expect(watch.agreement()?.lo).toBeCloseTo(before.lo - 1000, 6)
  })
})

describe('a kiss-of-death', () => {
  const kiss = (reference: string): FakeServer => ({ reply: { stratum: 0, leap: 3, reference } })
  /** In which of the next rounds the source was asked. */
  async function roundsAsked(servers: Record<string, FakeServer>, rounds: number): Promise<number[]> {
    const { watch, network } = watchOver(servers)
    const asked: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const before = network.askedOf('a')
      await watch.askAll()
      if (network.askedOf('a') > before) asked.push(round)
    }
    return asked
  }

  it('RATE is obeyed for four rounds, then eight, then sixteen', async () => {
    expect(await roundsAsked({ a: kiss('RATE') }, 40)).toEqual([0, 5, 14, 31])
  })

  it.each(['DENY', 'RSTR'])('%s is obeyed for good', async (code) => {
    expect(await roundsAsked({ a: kiss(code) }, 500)).toEqual([0])
  })

  it('is shown, and makes nobody else rest', async () => {
    const { watch, network } = watchOver({ a: kiss('DENY'), b: good, c: good })
    await watch.askAll()
    await watch.askAll()
    expect(troubles(watch)).toEqual(['kiss DENY', null, null])
    expect([network.askedOf('a'), network.askedOf('b'), watch.agreement()?.count]).toEqual([1, 2, 2])
  })

  it('is forgotten once the source answers again', async () => {
    const { watch, network } = watchOver({ a: kiss('RATE') })
    await watch.askAll()
    network.servers.set('a', good)
    for (let round = 0; round < 5; round += 1) await watch.askAll()
    expect(troubles(watch)).toEqual([null])
    network.servers.set('a', kiss('RATE'))
    await watch.askAll()
    for (let round = 0; round < 4; round += 1) await watch.askAll()
    const before = network.askedOf('a')
    await watch.askAll()
    expect(network.askedOf('a')).toBe(before + 1)
  })
})

describe('the pace of asking', () => {
  function started(isEager: () => boolean) {
    const parts = watchOver({ a: good, b: good })
    const heard: (Agreement | undefined)[] = []
    parts.watch.start((agreement) => heard.push(agreement), isEager)
    return { ...parts, heard }
  }

  it.each([
    [true, 16_000],
    [false, 64_000],
  ])('is at once, and then, eager or not (%s), each %i ms', async (isEager, ms) => {
    const { timers, heard, network } = started(() => isEager)
    await settle()
    expect([heard.length, network.askedOf('a')]).toEqual([1, 1])
    // The exchanges themselves took 20 ms.
    expect(timers.waits).toEqual([ms - 20])
    timers.ring()
    await settle()
    expect([heard.length, network.askedOf('a')]).toEqual([2, 2])
  })

  it('can be hurried, but not beyond sixteen seconds from the last round', async () => {
    const { timers, watch, machine } = started(() => false)
    await settle()
    machine.pass(5000)
    watch.hurry()
    expect(timers.waits).toEqual([16_000 - 5020])
    machine.pass(30_000)
    watch.hurry()
    expect(timers.waits).toEqual([0])
  })

  it('is not hurried into a second round beside one that is under way', async () => {
    const { timers, watch, network } = started(() => false)
    watch.hurry()
    await settle()
    expect([network.askedOf('a'), timers.waits.length]).toEqual([1, 1])
  })

  it('stops when it is told to, also in the midst of a round', async () => {
    const { timers, watch, heard } = started(() => true)
    watch.stop()
    await settle()
    watch.hurry()
    expect([heard, timers.waits]).toEqual([[], []])
  })

  it('is none at all without sources', () => {
    const { timers, watch } = watchOver({}, [])
    watch.start(
      () => {},
      () => true,
    )
    expect(timers.waits).toEqual([])
  })
})
