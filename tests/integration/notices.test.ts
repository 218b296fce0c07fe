import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '../../src-shared/api/notice-schemas.ts'
import type { Caller } from '../support/caller.ts'
import { OWNER, pairKiosk, settleIn, signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket } from '../support/test-socket.ts'
import { hold, manage } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'
const MINUTE = 60_000

interface List {
  readonly notices: readonly Notice[]
  readonly unread: number
}

describe('notices', () => {
  let still: StillServer
  let attendant: Caller
  beforeEach(async () => {
    still = await startStillServer()
    await still.owner.send('PUT', '/api/v1/session/pin', { password: OWNER.password, pin: '2468' })
    const account = { name: 'Arun Das', username: 'arun', role: 'attendant', pin: '2468' }
    const made = await still.owner.post('/api/v1/admin/users', account)
    const { temporary_password: temporary } = made.json() as { temporary_password: string }
    attendant = await settleIn(still, { username: 'arun', temporary, password: 'a phrase of my own' })
  })
  afterEach(() => still.stop())

  const listOf = async (caller: Caller, query = '') => (await caller.get(`/api/v1/notices${query}`)).json() as List
  const statesOf = ({ notices }: List) =>
    notices.flatMap(({ notification }) => (notification.type === 'booking_changed' ? [notification.booking.state] : []))

  /** A customer books, and lets the time to pay run out. */
  async function bookAndForget(start = SLOT): Promise<void> {
    const held = await hold(still.visitor, start)
    await manage(still.visitor, held, 'confirm')
    still.world.advance(15 * MINUTE)
    await still.visitor.get('/api/v1/site')
    // Any write settles what is overdue; the second that passes does, too.
    await hold(still.visitor, '2025-12-06T15:00:00+05:30')
  }

  it('wait for whoever was away, newest first, and hints that only refresh a screen do not', async () => {
    await bookAndForget()
    const list = await listOf(still.owner)
    expect(statesOf(list)).toEqual(['expired', 'awaiting_payment'])
    expect(list.notices.map(({ seq }) => seq)).toEqual(list.notices.map(({ seq }) => seq).toSorted((a, b) => b - a))
    expect(list.notices.every(({ read }) => !read)).toBe(true)
    expect(list.unread).toBe(list.notices.length)
  })

  it('are read by each for themselves: one, then all, then none is left', async () => {
    await bookAndForget()
    const { notices, unread } = await listOf(still.owner)
    const one = notices[0]?.seq ?? 0
    const read = (body: unknown) => still.owner.post('/api/v1/notices/read', body)
    expect((await read({ seqs: [one] })).json()).toEqual({ unread: unread - 1 })
    expect((await read({ seqs: [one, 999_999] })).json()).toEqual({ unread: unread - 1 })
    expect((await listOf(still.owner)).notices.filter((notice) => notice.read).map(({ seq }) => seq)).toEqual([one])
    expect((await listOf(attendant)).notices.some((notice) => notice.read)).toBe(false)
    expect((await read({ up_to: one })).json()).toEqual({ unread: 0 })
    expect((await listOf(still.owner)).unread).toBe(0)
    expect((await listOf(attendant)).unread).toBeGreaterThan(0)
  })

  it('are still there, read marks and all, after a restart', async () => {
    await bookAndForget()
    const before = await listOf(still.owner)
    await still.owner.post('/api/v1/notices/read', { seqs: [before.notices[1]?.seq] })
    const marked = await listOf(still.owner)
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    const owner = await signIn(still, OWNER)
    expect((await listOf(owner)).notices.slice(-marked.notices.length)).toEqual(marked.notices)
  })

  it('of money’s keeping are for those who answer for the business', async () => {
    const shiftsOf = (list: List) => list.notices.filter(({ notification }) => notification.type === 'shift_changed')
    expect(shiftsOf(await listOf(still.owner))).toHaveLength(1)
    expect(shiftsOf(await listOf(attendant))).toHaveLength(0)
  })

  it('tell of the clock and of tablets as well', async () => {
    await pairKiosk(still, still.owner, 'Entrance')
    still.world.stepWall(10 * MINUTE)
    still.world.advance(1000)
    await expect
      .poll(async () => (await listOf(still.owner)).notices.map(({ notification }) => notification.type))
      .toEqual(expect.arrayContaining(['clock_changed', 'kiosk_changed']) as string[])
    const clock = (await listOf(still.owner)).notices.find(({ notification }) => notification.type === 'clock_changed')
    expect(clock?.needs_attention).toBe(true)
  })

  it('come page by page', async () => {
    await bookAndForget()
    const { notices } = await listOf(still.owner)
    const [first, second] = notices
    const older = await listOf(still.owner, `?before=${first?.seq}`)
    expect(older.notices[0]).toEqual(second)
    expect((await still.owner.get('/api/v1/notices?before=yesterday')).code).toBe('invalid_request')
    expect((await still.owner.post('/api/v1/notices/read', { up_to: -1 })).code).toBe('invalid_request')
    expect((await still.owner.post('/api/v1/notices/read', {})).code).toBe('invalid_request')
  })

  it('that were missed are told first on a socket that says where it left off', async () => {
    const id = ((await still.owner.get('/api/v1/session')).json() as { user: { id: string } }).user.id
    const open = (query: string) => {
      const base = still.server.staffUrl
      return openSocket(base, `/ws/notifications/${id}/${query}`, { origin: base, cookie: still.owner.cookie })
    }
    const seen = (await listOf(still.owner)).notices[0]?.seq ?? 0
    await bookAndForget()
    const socket = await open(`?after=${seen}`)
    const missed = await listOf(still.owner)
    const wanted = missed.notices.filter(({ seq }) => seq > seen).toReversed()
    for (const { notification } of wanted) expect(await socket.next()).toEqual(notification)
    const quiet = await open('')
    expect(quiet.unread).toEqual([])
    socket.raw.close()
    quiet.raw.close()
  })
})
