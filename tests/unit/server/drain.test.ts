import { EventEmitter } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { Drain } from '../../../src-server/lifecycle/drain.ts'

/** Time that passes with each step, and what happened at which. */
class Steps {
  now = 0
  readonly timers = {
    after: (ms: number, wake: () => void) => {
      const immediate = setImmediate(() => {
        this.now += ms
        this.onStep()
        wake()
      })
      return () => clearImmediate(immediate)
    },
  }
  onStep: () => void = () => {}
}

/** A request as a server sees it. */
function ask(server: Server): { readonly response: EventEmitter & { shouldKeepAlive: boolean }; answer(): void } {
  const response = Object.assign(new EventEmitter(), { shouldKeepAlive: true })
  server.emit('request', {}, response)
  return { response, answer: () => response.emit('close') }
}

describe('a drain', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })
  const setUp = (sockets: number, leastSeconds = 0) => {
    const steps = new Steps()
    const drain = new Drain()
    const server = createServer()
    servers.push(server)
    drain.watch(server)
    const sentAway: number[] = []
    const farewells = () => Array.from({ length: sockets }, () => () => void sentAway.push(steps.now))
    return { steps, drain, server, sentAway, run: () => drain.run({ timers: steps.timers, leastSeconds, farewells }) }
  }

  it('says so from the first moment, and ends at once where there is nobody', async () => {
    const { drain, run, steps } = setUp(0)
    expect(drain.isUnderWay).toBe(false)
    const ended = run()
    expect(drain.isUnderWay).toBe(true)
    expect(await ended).toBe(0)
    expect(steps.now).toBe(0)
  })

  it('sends sockets away at 500 a second', async () => {
    const { run, sentAway } = setUp(1000)
    await run()
    expect(sentAway).toHaveLength(1000)
    expect(sentAway.filter((at) => at < 1000)).toHaveLength(500)
    expect(Math.max(...sentAway)).toBe(1900)
  })

  it('has sent everybody away after 20 s, however many there are', async () => {
    const { run, sentAway, steps } = setUp(100_000)
    await run()
    expect(sentAway).toHaveLength(100_000)
    expect(steps.now).toBe(20_000)
  })

  it('lasts at least as long as it was told to', async () => {
    const { run, steps } = setUp(1, 5)
    await run()
    expect(steps.now).toBe(5000)
  })

  it('waits for what is under way, and lets its connections end', async () => {
    const { run, steps, server } = setUp(0)
    const before = ask(server)
    let during: ReturnType<typeof ask> | undefined
    steps.onStep = () => {
      if (steps.now === 300) during = ask(server)
      if (steps.now === 700) before.answer()
      if (steps.now === 900) during?.answer()
    }
    expect(await run()).toBe(0)
    expect(steps.now).toBe(900)
    expect([before.response.shouldKeepAlive, during?.response.shouldKeepAlive]).toEqual([true, false])
  })

  it('does not wait for ever: it says how many had no answer', async () => {
    const { run, steps, server } = setUp(0)
    ask(server)
    expect(await run()).toBe(1)
    expect(steps.now).toBe(15_000)
  })
})
