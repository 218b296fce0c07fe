import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminUser } from '../../src-shared/api/admin-schemas.ts'
import type { SavedFilter } from '../../src-shared/api/saved-filter-schemas.ts'
import type { Caller } from '../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { PIN, read } from './admin/admin-world.ts'
import { act, backUp } from './backup/backup-world.ts'

const account = (who: string) => ({ username: who, password: `harbour-${who}` })

describe('saved filters', { timeout: 60_000 }, () => {
  let still: StillServer
  let owner: Caller
  let attendant: Caller
  beforeEach(async () => {
    still = await startStillServer({ site: 'demo' })
    owner = await signIn(still, account('owner'))
    attendant = await signIn(still, account('attendant'))
  })
  afterEach(() => still.stop())

  const paths = '/api/v1/saved-filters'
  const ask = (name: string, narrowed: object = { date: '-1' }, screen = 'bookings', isDefault = false) => ({
    ...{ screen, name, narrowed },
    is_default: isDefault,
  })
  const save = async (by: Caller, ...asked: Parameters<typeof ask>) => {
    const made = await by.post(paths, ask(...asked))
    expect([made.status, made.text]).toEqual([201, expect.anything()])
    return made.json() as SavedFilter
  }
  const mine = async (by: Caller) => ((await by.get(paths)).json() as { filters: SavedFilter[] }).filters
  const change = (by: Caller, { id }: SavedFilter, body: object) => by.send('PATCH', `${paths}/${id}`, body)
  const outcome = ({ status, code }: { status: number; code?: string | undefined }) => `${status} ${code ?? ''}`

  it('are kept as they were saved, with days that go on with the calendar, over a restart too', async () => {
    await save(owner, 'Missed yesterday', { date: '-1', kind: 'wash', state: 'no_show' })
    await save(owner, 'This month', { days: 'month' }, 'reports', true)
    await save(owner, 'The fair', { from: '2025-12-01', to: '2025-12-03', group: 'money', actor: 'clock' }, 'audit')
    const before = await mine(owner)
    expect(before.map(({ screen, narrowed, is_default: is }) => [screen, narrowed, is])).toEqual([
      ['audit', { from: '2025-12-01', to: '2025-12-03', group: 'money', actor: 'clock' }, false],
      ['bookings', { date: '-1', kind: 'wash', state: 'no_show' }, false],
      ['reports', { days: 'month' }, true],
    ])
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    expect(await mine(await signIn(still, account('owner')))).toEqual(before)
  })

  it('are nobody else’s to see, rename or delete', async () => {
    const kept = await save(owner, 'Mine')
    expect(await mine(attendant)).toEqual([])
    expect(outcome(await change(attendant, kept, { name: 'Theirs' }))).toBe('404 not_found')
    expect(outcome(await attendant.delete(`${paths}/${kept.id}`))).toBe('404 not_found')
    // Two people may have one name for two things.
    await save(attendant, 'Mine', { kind: 'parking' })
    expect(await mine(owner)).toEqual([kept])
  })

  it('are only of screens that the account has', async () => {
    for (const screen of ['reports', 'audit'])
      expect(outcome(await attendant.post(paths, ask('Mine', {}, screen)))).toBe('403 forbidden')
    await save(owner, 'Money', { group: 'money' }, 'audit')
    still.plant(`UPDATE "user" SET role = 'attendant' WHERE username = 'owner'`)
    expect(await mine(owner)).toEqual([])
  })

  it('are one default to a screen, which another takes over or nothing', async () => {
    const [one, two] = [await save(owner, 'One', {}, 'bookings', true), await save(owner, 'Two', {}, 'bookings', true)]
    await save(owner, 'Other', {}, 'receipts', true)
    const defaults = async () => (await mine(owner)).filter((filter) => filter.is_default).map(({ name }) => name)
    expect(await defaults()).toEqual(['Two', 'Other'])
    expect((await change(owner, one, { is_default: true })).json()).toMatchObject({ name: 'One', is_default: true })
    expect(await defaults()).toEqual(['One', 'Other'])
    await change(owner, two, { is_default: false })
    expect(await defaults()).toEqual(['One', 'Other'])
    await change(owner, one, { is_default: false, name: 'First' })
    expect(await defaults()).toEqual(['Other'])
    expect((await mine(owner)).map(({ name }) => name)).toEqual(['First', 'Two', 'Other'])
  })

  it('have each a name of its own on a screen, and are at most twenty', async () => {
    const kept = await save(owner, 'Mine')
    const other = await save(owner, 'Other')
    expect(outcome(await owner.post(paths, ask(' mine ')))).toBe('409 name_taken')
    expect(outcome(await change(owner, other, { name: 'MINE' }))).toBe('409 name_taken')
    expect((await change(owner, kept, { name: 'mine' })).status).toBe(200)
    await save(owner, 'Mine', {}, 'receipts')
    for (let more = 2; more < 20; more += 1) await save(owner, `More ${'i'.repeat(more)}`)
    expect(outcome(await owner.post(paths, ask('One too many')))).toBe('409 invalid_state')
  })

  it.each([
    ['a search', { narrowed: { q: 'KL07BX1234' } }],
    ['what a line is about', { screen: 'audit', narrowed: { subject: 'stay-1' } }],
    ['a name that is a plate', { name: 'KL07BX1234' }],
    ['a name with a plate in it', { name: 'Missed by kl-07 bx 1234' }],
    ['a name with half of one', { name: 'Car KL07' }],
    ['a day that is none', { narrowed: { date: '2025-02-30' } }],
    ['a state of something else', { narrowed: { state: 'washed' } }],
    ['a screen that has no filters', { screen: 'staff' }],
    ['a name of two lines', { name: 'One\nTwo' }],
    ['no name', { name: '  ' }],
  ])('keep no %s', async (_what, part) => {
    expect(outcome(await owner.post(paths, { ...ask('Mine'), ...part }))).toBe('400 invalid_request')
    expect(still.look((db) => db.prepare('SELECT count(*) FROM saved_filter').pluck().get())).toBe(0)
  })

  it('refuse a plate in the store itself, whoever writes there', async () => {
    const { id } = await save(owner, 'Mine')
    expect(() => still.plant(`UPDATE saved_filter SET narrowed = '{"q":"KL07BX1234"}' WHERE id = '${id}'`)).toThrow(
      /CHECK/,
    )
  })

  it('are deleted with their account, when it is shut and when its row goes', async () => {
    await save(attendant, 'Theirs')
    await save(owner, 'Mine')
    const { users } = await read<{ users: AdminUser[] }>(owner, '/api/v1/admin/users')
    const { id, version } = users.find(({ username }) => username === 'attendant')!
    const shut = await owner.send('PATCH', `/api/v1/admin/users/${id}`, { version, pin: PIN, active: false })
    expect(shut.status).toBe(200)
    const names = () => still.look((db) => db.prepare('SELECT name FROM saved_filter').pluck().all())
    expect(names()).toEqual(['Mine'])
    const cascades = still.look((db) =>
      db.prepare("SELECT on_delete FROM pragma_foreign_key_list('saved_filter')").pluck().get(),
    )
    expect(cascades).toBe('CASCADE')
  })

  it('are in a backup, and come back with it', async () => {
    const admin = await signIn(still, account('admin'))
    await save(owner, 'Kept', { date: '1', kind: 'wash' }, 'bookings', true)
    const before = await mine(owner)
    const backup = await backUp(admin)
    await owner.delete(`${paths}/${before[0]!.id}`)
    await save(owner, 'Later')
    expect((await act(admin, backup.id, 'restore', { pin: PIN })).status).toBe(204)
    expect(await mine(await signIn(still, account('owner')))).toEqual(before)
  })

  it('are written so often and no more', async () => {
    const kept = await save(owner, 'Mine')
    for (let turn = 1; turn < 60; turn += 1) await change(owner, kept, { is_default: turn % 2 === 0 })
    expect(outcome(await change(owner, kept, { name: 'Once more' }))).toBe('429 rate_limited')
    // Reading is not writing, and the next one's are the next one's.
    expect(await mine(owner)).toHaveLength(1)
    await save(attendant, 'Mine')
  })
})
