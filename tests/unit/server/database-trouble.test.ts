import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isDatabaseAway, isOverlap, isWorthTryingAgain } from '../../../src-server/store/postgres/database-trouble.ts'
import { freePort } from '../../support/free-port.ts'

const coded = (code: string) => Object.assign(new Error('it failed'), { code })

describe('what an error says of the database', () => {
  it.each([
    // What PostgreSQL says.
    ['08006', 'away'],
    ['08P01', 'away'],
    ['57P01', 'away'],
    ['57P02', 'away'],
    ['57P03', 'away'],
    ['53300', 'away'],
    ['40001', 'again'],
    ['40P01', 'again'],
    ['23P01', 'overlap'],
    ['23505', 'nothing'],
    ['25006', 'away'],
    ['42501', 'nothing'],
    ['57014', 'nothing'],
    ['P0001', 'nothing'],
    // What the system says.
    ['ECONNREFUSED', 'away'],
    ['ECONNRESET', 'away'],
    ['EPIPE', 'away'],
    ['ETIMEDOUT', 'away'],
    ['EHOSTUNREACH', 'away'],
    ['ENOTFOUND', 'away'],
    ['EAI_AGAIN', 'away'],
    ['ENOENT', 'nothing'],
  ])('%s: %s', (code, says) => {
    const error = coded(code)
    const found = { away: isDatabaseAway(error), again: isWorthTryingAgain(error), overlap: isOverlap(error) }
    expect(Object.entries(found).flatMap(([what, is]) => (is ? [what] : []))).toEqual(says === 'nothing' ? [] : [says])
  })

  it('is nothing where the error is no database’s', () => {
    for (const error of [new TypeError('a bug'), new Error('other'), undefined, '08006']) {
      expect([isDatabaseAway(error), isWorthTryingAgain(error), isOverlap(error)]).toEqual([false, false, false])
    }
  })
})

/** A connection of a pool to a server that does so with whoever connects. @returns what the pool says of it */
async function saidOf(onConnection: (socket: Socket) => void): Promise<unknown> {
  const server = createServer((socket) => {
    onTestFinished(() => void socket.destroy())
    onConnection(socket.on('error', () => {}))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const place = { host: '127.0.0.1', port, user: 'kerbside', database: 'kerbside' }
  const pool = new pg.Pool({ ...place, connectionTimeoutMillis: 200 })
  onTestFinished(() => pool.end())
  return pool.connect().catch((error: unknown) => error)
}

describe('the client’s own words, which have no code,', () => {
  it('mean that it is away where a connection ends before an answer', async () => {
    const error = await saidOf((socket) => void socket.end())
    expect(error).toMatchObject({ message: expect.stringContaining('Connection terminated') as string })
    expect(error).not.toHaveProperty('code')
    expect(isDatabaseAway(error)).toBe(true)
  })

  it('mean that it is away where nobody answers in time', async () => {
    const error = await saidOf(() => {})
    expect(error).toMatchObject({ message: expect.stringMatching(/timeout/) as string })
    expect(error).not.toHaveProperty('code')
    expect(isDatabaseAway(error)).toBe(true)
  })

  it('mean that it is away where a question is given up, or comes to a connection that broke', async () => {
    expect(isDatabaseAway(new Error('Query read timeout'))).toBe(true)
    expect(isDatabaseAway(new Error('Client was closed and is not queryable'))).toBe(true)
    expect(isDatabaseAway(new Error('Client has encountered a connection error and is not queryable'))).toBe(true)
  })

  it('mean nothing of the kind anywhere but at the beginning', () => {
    expect(isDatabaseAway(new Error('a note says: Query read timeout'))).toBe(false)
  })
})
