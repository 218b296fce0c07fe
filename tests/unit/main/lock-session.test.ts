import { describe, expect, it } from 'vitest'
import { createStaffCookieJar } from '../../../src-main/protocol/staff-cookie-jar.ts'
import { lockSession } from '../../../src-main/security/lock-session.ts'
import type { InProcessRequest } from '../../../src-server/index.ts'

describe('a system that locks or sleeps', () => {
  const asked: InProcessRequest[] = []
  const target = {
    staffUrl: 'http://127.0.0.1:8001',
    handle: async (request: InProcessRequest) => {
      asked.push(request)
      return { status: 204, headers: {}, body: new Uint8Array() }
    },
  }

  it('locks nobody where nobody is signed in', async () => {
    await lockSession(target, createStaffCookieJar())
    expect(asked).toEqual([])
  })

  it('locks the session of the window, as the console would', async () => {
    const jar = createStaffCookieJar()
    jar.store(['kerbside_staff=secret; Path=/; HttpOnly; SameSite=Strict'])
    await lockSession(target, jar)
    const headers = { host: '127.0.0.1:8001', origin: 'app://console', cookie: 'kerbside_staff=secret' }
    expect(asked).toEqual([{ method: 'POST', url: '/api/v1/session/lock', headers, body: undefined }])
  })
})
