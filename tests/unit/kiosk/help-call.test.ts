import { describe, expect, it } from 'vitest'
import { createHelpApi, HelpLine } from '../../../kiosk/help/help-call.ts'

type Answer = 'waiting' | 'coming' | 'lost' | 'unpaired' | 'gone'

function setUp(answers: Answer[]) {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const api = createHelpApi((url, { method }) => {
    asked.push(`${method} ${url}`)
    const answer = answers.shift() ?? 'lost'
    if (answer === 'lost') return Promise.reject(new TypeError('network'))
    if (answer === 'unpaired') {
      const problem = { type: 'about:blank', title: 'No', status: 401, code: 'not_paired' }
      return Promise.resolve(Response.json(problem, { status: 401 }))
    }
    if (answer === 'gone') return Promise.resolve(new Response(null, { status: 204 }))
    const call = { id: 'h1', kiosk: 'Entrance', state: answer, called_at: '2025-12-05T12:45:22+05:30' }
    return Promise.resolve(Response.json({ call }, { status: method === 'POST' ? 201 : 200 }))
  })
  const line = new HelpLine(api, {
    after: (_, run) => {
      waiting.push(run)
      return () => {}
    },
  })
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 5))
  const look = async () => {
    for (const run of waiting.splice(0)) run()
    await settle()
  }
  return { line, asked, waiting, settle, look, is: () => line.state.getState().is }
}

describe('calling the attendant', () => {
  it('looks whether somebody is on the way, and whether they turn back', async () => {
    const { line, asked, waiting, settle, look, is } = setUp(['waiting', 'waiting', 'lost', 'coming', 'waiting'])
    line.call()
    expect(is()).toBe('calling')
    await settle()
    expect(is()).toBe('waiting')
    await look()
    await look()
    expect(is()).toBe('waiting')
    await look()
    expect(is()).toBe('coming')
    await look()
    expect(is()).toBe('waiting')
    line.forget()
    await look()
    expect(waiting).toEqual([])
    expect(asked).toEqual(['POST /api/v1/help-calls', ...Array<string>(4).fill('GET /api/v1/help-calls/h1')])
  })

  it('can be withdrawn, and made anew', async () => {
    const { line, asked, waiting, settle, look, is } = setUp(['coming', 'gone', 'waiting'])
    line.call()
    await settle()
    line.withdraw()
    expect(is()).toBe('withdrawing')
    await settle()
    expect(is()).toBe('withdrawn')
    await look()
    expect(waiting).toEqual([])
    expect(asked).toEqual(['POST /api/v1/help-calls', 'DELETE /api/v1/help-calls/h1'])
    line.call()
    await settle()
    expect(is()).toBe('waiting')
  })

  it('stands while the server cannot be told that it is withdrawn', async () => {
    const { line, settle, is } = setUp(['waiting', 'lost'])
    line.call()
    await settle()
    line.withdraw()
    await settle()
    expect(is()).toBe('waiting')
  })

  it('says why nobody could be called', async () => {
    const { line, settle } = setUp(['unpaired'])
    line.call()
    await settle()
    expect(line.state.getState()).toEqual({ is: 'failed', failure: 'not_paired' })
  })

  it('tells the next customer nothing, whatever still comes of it', async () => {
    const { line, asked, settle, look, is } = setUp(['waiting', 'coming'])
    line.call()
    await settle()
    line.forget()
    await look()
    expect(is()).toBe('none')
    expect(asked).toHaveLength(1)
  })

  it('that was forgotten on its way is not told of either', async () => {
    const { line, settle, is } = setUp(['waiting'])
    line.call()
    line.forget()
    await settle()
    expect(is()).toBe('none')
  })
})
