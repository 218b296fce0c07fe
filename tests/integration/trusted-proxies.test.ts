import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MOST_FROM_ONE_ADDRESS } from '../../src-server/http/connection-limits.ts'
import { signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket, type TestSocket } from '../support/test-socket.ts'

const through = (client: string, more: Readonly<Record<string, string>> = {}) => ({
  'x-forwarded-for': client,
  ...more,
})

describe('a server behind a proxy', { timeout: 60_000 }, () => {
  let still: StillServer
  const start = async (trusted: string) => {
    still = await startStillServer({ kioskAccess: 'paired', site: 'demo', env: { KERBSIDE_TRUSTED_PROXIES: trusted } })
  }
  afterEach(() => still.stop())

  const guess = async (headers: Readonly<Record<string, string>>) =>
    (await still.visitor.get('/api/v1/receipts/verify/no-receipt-has-this-code', headers)).code
  /** Guesses until it is refused. */
  const exhaust = async (headers: Readonly<Record<string, string>>) => {
    for (let n = 0; n < 20; n += 1) expect(await guess(headers)).not.toBe('rate_limited')
    expect(await guess(headers)).toBe('rate_limited')
  }

  describe('that it was told of', () => {
    beforeEach(() => start('127.0.0.1'))

    it('counts guesses by the client, and not by the proxy', async () => {
      await exhaust(through('192.0.2.1'))
      expect(await guess(through('192.0.2.2'))).not.toBe('rate_limited')
      expect(await guess({ forwarded: 'for=192.0.2.1' })).toBe('rate_limited')
      expect(await guess(through('192.0.2.1:5000'))).toBe('rate_limited')
    })

    it('lets nobody pass for another by what they put in front', async () => {
      await exhaust(through('192.0.2.1'))
      for (const front of ['203.0.113.1', '127.0.0.1', '10.0.0.1, 127.0.0.1', 'unknown']) {
        expect(await guess(through(`${front}, 192.0.2.1`))).toBe('rate_limited')
        expect(await guess({ forwarded: `for="${front}", for=192.0.2.1` })).toBe('rate_limited')
      }
    })

    it('refuses what says two things, or nothing that can be understood', async () => {
      const unclear = [
        { ...through('192.0.2.1'), forwarded: 'for=192.0.2.2' },
        through('unknown'),
        through('192.0.2.1,'),
      ]
      for (const headers of unclear) {
        const answer = await still.visitor.get('/healthz', headers)
        expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
        expect(answer.text).toContain('does not say clearly whose request this is')
        const socket = await refusedSocket(still.server.publicUrl, '/ws/time/', { headers })
        expect(socket).toEqual({ status: 400, code: 'invalid_request' })
      }
      expect((await still.visitor.get('/healthz')).status).toBe(200)
    })

    it('lets one client have so many sockets and no more, and leaves the others theirs', async () => {
      const open = (client: string) => openSocket(still.server.publicUrl, '/ws/time/', { headers: through(client) })
      const sockets: TestSocket[] = []
      while (sockets.length < MOST_FROM_ONE_ADDRESS) {
        sockets.push(...(await Promise.all(Array.from({ length: 64 }, () => open('192.0.2.1')))))
      }
      const headers = through('192.0.2.1')
      const refused = { status: 429, code: 'rate_limited' }
      expect(await refusedSocket(still.server.publicUrl, '/ws/time/', { headers })).toEqual(refused)
      expect((await still.visitor.get('/healthz', headers)).code).toBe('rate_limited')
      expect((await still.visitor.get('/healthz', through('192.0.2.2'))).status).toBe(200)
      sockets.push(await open('192.0.2.2'))
      sockets[0]?.close()
      await sockets[0]?.closed
      await expect.poll(async () => (await still.visitor.get('/healthz', headers)).status).toBe(200)
      for (const socket of sockets) socket.raw.terminate()
    })

    it('counts what has been answered, and what nobody waited for, no longer', async () => {
      const headers = through('192.0.2.1')
      const answered = async () => expect((await still.visitor.get('/healthz', headers)).status).toBe(200)
      const abandoned = () => {
        const gone = AbortSignal.timeout(1)
        return fetch(`${still.server.publicUrl}/api/v1/site`, { headers, signal: gone }).catch(() => {})
      }
      for (let round = 0; round * 32 < MOST_FROM_ONE_ADDRESS + 32; round += 1) {
        await Promise.all(Array.from({ length: 32 }, (_, n) => (n % 4 === 0 ? abandoned() : answered())))
      }
    })

    it('gives cookies for https alone, and asks to come back by it, where the client came by https', async () => {
      const owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
      const pair = async (headers: Readonly<Record<string, string>>) => {
        const { code } = (await owner.post('/api/v1/devices/pairing-codes')).json() as { code: string }
        return still.visitor.post('/api/v1/devices/pair', { code }, headers)
      }
      const secure = await pair(through('192.0.2.1', { 'x-forwarded-proto': 'https' }))
      expect([secure.status, secure.headers.get('set-cookie')]).toEqual([201, expect.stringMatching(/; Secure;/)])
      const plain = await pair(through('192.0.2.1', { 'x-forwarded-proto': 'http' }))
      expect([plain.status, plain.headers.get('set-cookie')]).toEqual([201, expect.not.stringMatching(/Secure/)])
    })

    it('is believed by the public listener alone', async () => {
      const headers = through('unknown', { 'x-forwarded-proto': 'https' })
      expect((await still.visitor.get('/healthz', headers)).status).toBe(400)
      expect((await still.stranger.get('/healthz', headers)).status).toBe(200)
      const account = { username: 'owner', password: 'harbour-owner' }
      const { status, headers: answered } = await still.stranger.post('/api/v1/session', account, headers)
      expect([status, answered.get('set-cookie')]).toEqual([201, expect.not.stringMatching(/Secure/)])
    })
  })

  it('that is another’s is believed nothing', async () => {
    await start('192.0.2.200')
    await exhaust({})
    for (const headers of [through('192.0.2.1'), { forwarded: 'for=192.0.2.2' }, through('unknown')]) {
      expect(await guess(headers)).toBe('rate_limited')
    }
  })
})
