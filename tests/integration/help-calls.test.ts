import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HelpCall } from '../../src-shared/api/help-schemas.ts'
import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import type { Answer } from '../support/caller.ts'
import { pairKiosk, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'

const MINUTE = 60_000

describe('calling the attendant', () => {
  let still: StillServer
  let entrance: Kiosk
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired' })
    entrance = await pairKiosk(still, still.owner, 'Entrance')
  })
  afterEach(() => still.stop())

  const callOf = (answer: Answer) => (answer.json() as { call: HelpCall }).call
  const call = async (kiosk = entrance) => kiosk.caller.post('/api/v1/help-calls')
  const waiting = async () => ((await still.owner.get('/api/v1/help-calls')).json() as { calls: HelpCall[] }).calls
  const take = (id: string) => still.owner.post(`/api/v1/help-calls/${id}/take`)
  const notices = async () =>
    ((await still.owner.get('/api/v1/notices')).json() as { notices: Notice[] }).notices.filter(
      ({ notification }) => notification.type === 'help_called',
    )
  const trail = () =>
    still.look((db) => db.prepare("SELECT kind, actor FROM event WHERE kind LIKE 'help.%' ORDER BY seq").all())

  it('tells staff which tablet, needs attention, and stands in the trail', async () => {
    const answer = await call()
    expect(answer.status).toBe(201)
    expect(callOf(answer)).toMatchObject({ kiosk: 'Entrance', state: 'waiting' })
    expect(await waiting()).toEqual([callOf(answer)])
    expect(await notices()).toMatchObject([{ needs_attention: true, notification: { kiosk: 'Entrance' } }])
    expect(trail()).toEqual([{ kind: 'help.called', actor: `device:${entrance.id}` }])
  })

  it('is shown to the kiosk once somebody is on the way, who is written down', async () => {
    const { id } = callOf(await call())
    expect(callOf(await take(id))).toMatchObject({ id, state: 'coming' })
    expect(callOf(await entrance.caller.get(`/api/v1/help-calls/${id}`))).toMatchObject({ state: 'coming' })
    expect(await waiting()).toEqual([])
    expect(trail()).toMatchObject([
      { kind: 'help.called' },
      { kind: 'help.taken', actor: expect.stringMatching(/^user:/) as string },
    ])
    // Whoever says so second is told the same, and nothing is written.
    expect(callOf(await take(id))).toMatchObject({ state: 'coming' })
    expect(trail()).toHaveLength(2)
  })

  it('twice within two minutes tells nobody twice; later it does, of the same call', async () => {
    const { id } = callOf(await call())
    still.world.slip(2 * MINUTE - 1)
    expect(callOf(await call()).id).toBe(id)
    expect(await notices()).toHaveLength(1)
    still.world.slip(1)
    expect(callOf(await call()).id).toBe(id)
    expect(await notices()).toHaveLength(2)
    expect(await waiting()).toHaveLength(1)
  })

  it('after somebody came begins anew', async () => {
    const { id } = callOf(await call())
    await take(id)
    expect(callOf(await call())).toMatchObject({ id, state: 'coming' })
    still.world.slip(2 * MINUTE)
    const next = callOf(await call())
    expect(next).toMatchObject({ state: 'waiting' })
    expect(next.id).not.toBe(id)
  })

  it('again and again is refused for that kiosk, and for no other', async () => {
    for (let calls = 0; calls < 6; calls += 1) {
      expect((await call()).status).toBe(201)
      still.world.slip(2 * MINUTE)
    }
    expect((await call()).code).toBe('rate_limited')
    expect((await call(await pairKiosk(still, still.owner, 'Exit'))).status).toBe(201)
    still.world.slip(30 * MINUTE)
    expect((await call()).status).toBe(201)
  })

  it('is withdrawn by the kiosk that made it, also when somebody is on the way, and nobody waits any more', async () => {
    const { id } = callOf(await call())
    const exit = await pairKiosk(still, still.owner, 'Exit')
    expect((await exit.caller.delete(`/api/v1/help-calls/${id}`)).code).toBe('not_found')
    await take(id)
    expect((await entrance.caller.delete(`/api/v1/help-calls/${id}`)).status).toBe(204)
    expect((await entrance.caller.delete(`/api/v1/help-calls/${id}`)).code).toBe('not_found')
    expect((await take(id)).code).toBe('not_found')
    expect(await waiting()).toEqual([])
    expect(trail()).toMatchObject([
      { kind: 'help.called' },
      { kind: 'help.taken' },
      { kind: 'help.withdrawn', actor: `device:${entrance.id}` },
    ])
  })

  it('waits again when whoever was on the way is not', async () => {
    const { id } = callOf(await call())
    await take(id)
    const release = () => still.owner.post(`/api/v1/help-calls/${id}/release`)
    expect(callOf(await release())).toMatchObject({ id, state: 'waiting' })
    expect(callOf(await release())).toMatchObject({ id, state: 'waiting' })
    expect(callOf(await entrance.caller.get(`/api/v1/help-calls/${id}`))).toMatchObject({ state: 'waiting' })
    expect(await waiting()).toHaveLength(1)
    expect(trail()).toMatchObject([{ kind: 'help.called' }, { kind: 'help.taken' }, { kind: 'help.released' }])
  })

  it('is on the disk once it is acknowledged, and is another kiosk’s not to look at', async () => {
    const { id } = callOf(await call())
    const exit = await pairKiosk(still, still.owner, 'Exit')
    expect((await exit.caller.get(`/api/v1/help-calls/${id}`)).code).toBe('not_found')
    expect(still.look((db) => db.prepare('SELECT id, kiosk_name, taken_at FROM help_call').all())).toEqual([
      { id, kiosk_name: 'Entrance', taken_at: null },
    ])
  })

  it('is forgotten a day after somebody came', async () => {
    await take(callOf(await call()).id)
    still.world.slip(24 * 60 * MINUTE)
    await call()
    expect(still.look((db) => db.prepare('SELECT count(*) FROM help_call').pluck().get())).toBe(1)
  })
})
