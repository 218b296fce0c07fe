import { describe, expect, it, vi } from 'vitest'
import { createQuitFlow, nextQuitStep, type QuitPhase, type QuitStep } from '../../../src-main/lifecycle/quit-flow.ts'

const table: readonly (readonly [QuitPhase, kiosks: number, askFirst: boolean, QuitStep])[] = [
  ['running', 0, true, 'stop'],
  ['running', 1, true, 'ask'],
  ['running', 0, false, 'stop'],
  ['running', 3, false, 'stop'],
  ['asking', 1, true, 'wait'],
  ['asking', 1, false, 'stop'],
  ['stopping', 0, true, 'wait'],
  ['stopping', 1, true, 'wait'],
  ['stopping', 1, false, 'wait'],
  ['stopped', 0, true, 'let-go'],
  ['stopped', 9, true, 'let-go'],
  ['stopped', 0, false, 'let-go'],
]

describe('a wish to quit', () => {
  it.each(table)('when %s with %i kiosks, asking first %s: %s', (phase, kiosks, askFirst, step) => {
    expect(nextQuitStep(phase, kiosks, askFirst)).toBe(step)
  })
})

/** A promise that the test settles. */
function pending<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((ok, fail) => {
    resolve = ok
    reject = fail
  })
  return { promise, resolve, reject }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

function flow(kiosks: number) {
  const answer = pending<boolean>()
  const stopped = pending<void>()
  const actions = {
    connectedKiosks: () => kiosks,
    confirm: vi.fn<() => Promise<boolean>>(() => answer.promise),
    stop: vi.fn<() => Promise<void>>(() => stopped.promise),
    end: vi.fn<(exitCode: number) => void>(),
  }
  return { answer, stopped, actions, quit: createQuitFlow(actions) }
}

describe('quitting', () => {
  it('stops the server once, then ends, however often it is wished', async () => {
    const { quit, actions, stopped } = flow(0)
    expect([quit.request(true), quit.request(true), quit.request(false)]).toEqual([false, false, false])
    expect(quit.isQuitting()).toBe(true)
    expect(actions.end).not.toHaveBeenCalled()
    stopped.resolve()
    await settle()
    expect(actions.stop).toHaveBeenCalledOnce()
    expect(actions.end).toHaveBeenCalledExactlyOnceWith(0)
    expect(quit.request(true)).toBe(true)
  })

  it('asks once while kiosks are connected, and goes on serving when the person stays', async () => {
    const { quit, actions, answer } = flow(2)
    quit.request(true)
    quit.request(true)
    expect(actions.confirm).toHaveBeenCalledExactlyOnceWith(2)
    answer.resolve(false)
    await settle()
    expect(quit.isQuitting()).toBe(false)
    expect(actions.stop).not.toHaveBeenCalled()
    quit.request(true)
    expect(actions.confirm).toHaveBeenCalledTimes(2)
  })

  it('stops when the person confirms', async () => {
    const { quit, actions, answer, stopped } = flow(1)
    quit.request(true)
    answer.resolve(true)
    stopped.resolve()
    await settle()
    expect(actions.end).toHaveBeenCalledExactlyOnceWith(0)
  })

  it('obeys a signal while the question stands, and stops once even if the question is then answered', async () => {
    const { quit, actions, answer, stopped } = flow(1)
    quit.request(true)
    quit.request(false)
    answer.resolve(true)
    stopped.resolve()
    await settle()
    expect(actions.stop).toHaveBeenCalledOnce()
    expect(actions.end).toHaveBeenCalledExactlyOnceWith(0)
  })

  it('goes on serving when the question cannot be put', async () => {
    const { quit, actions, answer } = flow(1)
    quit.request(true)
    answer.reject(new Error('no display'))
    await settle()
    expect([quit.isQuitting(), actions.stop.mock.calls.length]).toEqual([false, 0])
  })

  it('ends with exit code 1 when the server could not be stopped cleanly', async () => {
    const { quit, actions, stopped } = flow(0)
    quit.request(true)
    stopped.reject(new Error('store'))
    await settle()
    expect(actions.end).toHaveBeenCalledExactlyOnceWith(1)
  })
})
