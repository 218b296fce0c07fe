import { beforeEach, describe, expect, it } from 'vitest'
import { NameAnnouncer, type AddressRecord, type Heard } from '../../../../src-server/network/name-announcer.ts'

const ADDRESS = '192.168.1.20'
let said: string[]
let hear: (heard: Heard) => void
let fail: (error: Error) => void
let errors: string[]
let waiting: { at: number; wake: () => void }[]
let now: number

/** Timers that go on when they are told to. */
function wait(ms: number): void {
  const until = now + ms
  for (;;) {
    const next = waiting.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0]
    if (next === undefined) break
    waiting = waiting.filter((one) => one !== next)
    now = next.at
    next.wake()
  }
  now = until
}

const words = ({ name, address }: AddressRecord) => `${name} ${address}`

function announce(): NameAnnouncer {
  return new NameAnnouncer({
    address: ADDRESS,
    wanted: 'kerbside',
    onError: ({ message }) => errors.push(message),
    timers: {
      after(ms, wake) {
        const one = { at: now + ms, wake }
        waiting.push(one)
        return () => void (waiting = waiting.filter((other) => other !== one))
      },
    },
    open: (_address, on) => {
      hear = on.heard
      fail = on.failed
      return {
        ask: (record) => said.push(`ask ${words(record)}`),
        tell: (record, seconds) => said.push(`tell ${words(record)} ${seconds}`),
        close: () => said.push('close'),
      }
    },
  })
}

const answer = (name: string, address: string): Heard => ({ is: 'answer', asked: [], told: [{ name, address }] })
const question = (name: string, told: readonly AddressRecord[] = []): Heard => ({ is: 'question', asked: [name], told })

beforeEach(() => {
  said = []
  errors = []
  waiting = []
  now = 0
})

describe('a name on the local network', () => {
  it('is asked for three times, taken when nobody objects, told twice, and taken back', () => {
    const names = announce()
    wait(749)
    expect([names.state, said]).toEqual(['asking', Array(3).fill(`ask kerbside.local ${ADDRESS}`)])
    said = []
    wait(2000)
    expect([names.state, said]).toEqual(['announced', Array(2).fill(`tell kerbside.local ${ADDRESS} 120`)])
    said = []
    names.stop()
    wait(5000)
    expect(said).toEqual([`tell kerbside.local ${ADDRESS} 0`, 'close'])
  })

  it('is answered for, in any case of its letters, and no other is', () => {
    announce()
    hear(question('kerbside.local'))
    expect(said).toEqual([`ask kerbside.local ${ADDRESS}`])
    wait(3000)
    said = []
    hear(question('Kerbside.LOCAL'))
    hear(question('printer.local'))
    expect(said).toEqual([`tell kerbside.local ${ADDRESS} 120`])
  })

  it('is another one where somebody has it, before or after it was taken', () => {
    const names = announce()
    hear(answer('kerbside.local', '192.168.1.9'))
    expect([names.name, names.state]).toEqual(['kerbside-2.local', 'asking'])
    wait(3000)
    expect(names.state).toBe('announced')
    said = []
    hear(answer('KERBSIDE-2.local', '192.168.1.9'))
    expect([names.name, names.state, said]).toEqual(['kerbside-3.local', 'asking', [`ask kerbside-3.local ${ADDRESS}`]])
  })

  it('is kept where what is heard is its own, or somebody else’s name', () => {
    const names = announce()
    hear(answer('kerbside.local', ADDRESS))
    hear(answer('printer.local', '192.168.1.9'))
    wait(3000)
    expect([names.name, names.state]).toEqual(['kerbside.local', 'announced'])
  })

  it('goes to the higher address where two ask at once, and to neither of them twice', () => {
    const lower = announce()
    hear(question('kerbside.local', [{ name: 'kerbside.local', address: '192.168.1.9' }]))
    expect(lower.name).toBe('kerbside.local')
    hear(question('kerbside.local', [{ name: 'kerbside.local', address: '192.168.1.100' }]))
    expect(lower.name).toBe('kerbside-2.local')
  })

  it('is defended against whoever asks to take it', () => {
    const names = announce()
    wait(3000)
    said = []
    hear(question('kerbside.local', [{ name: 'kerbside.local', address: '192.168.1.100' }]))
    expect([names.name, said]).toEqual(['kerbside.local', [`tell kerbside.local ${ADDRESS} 120`]])
  })

  it('is given up where every one is taken, or the network fails', () => {
    const names = announce()
    for (let number = 0; number < 20; number += 1) hear(answer(names.name, '192.168.1.9'))
    expect([names.state, errors]).toEqual(['failed', ['20 names are taken by others']])
    wait(5000)
    expect(names.state).toBe('failed')
    const other = announce()
    fail(new Error('no such device'))
    wait(5000)
    expect([other.state, errors.at(-1)]).toEqual(['failed', 'no such device'])
  })
})
