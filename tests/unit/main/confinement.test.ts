import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStaffCookieJar } from '../../../src-main/protocol/staff-cookie-jar.ts'
import { guardNetwork } from '../../../src-main/security/network-policy.ts'
import { confinePage, denyPermissions } from '../../../src-main/security/window-policy.ts'

const ours = 'app://console/'
const foreign = 'https://example.com/'
const staffUrl = 'http://127.0.0.1:8001'

/** What Electron asks before it does something. */
function asked(from: EventEmitter, event: string, ...details: unknown[]): { prevented: boolean } {
  const outcome = { prevented: false }
  const question = { ...(details[0] as object), preventDefault: () => (outcome.prevented = true) }
  from.emit(event, question, ...details.slice(1))
  return outcome
}

describe('a page that Electron has made', () => {
  let page: EventEmitter
  let opens: (details: { url: string }) => { action: string }
  beforeEach(() => {
    page = new EventEmitter()
    const setWindowOpenHandler = (handler: typeof opens) => (opens = handler)
    confinePage(Object.assign(page, { setWindowOpenHandler }) as unknown as WebContents)
  })

  it('opens no window, be it for the console itself', () => {
    for (const url of [ours, foreign, 'about:blank']) expect(opens({ url })).toEqual({ action: 'deny' })
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('asks by %s, and stays where it is', (event) => {
    const goes = (url: string, isMainFrame: boolean) => !asked(page, event, { url, isMainFrame }).prevented
    expect(goes(ours, true)).toBe(true)
    expect([goes(foreign, true), goes(ours, false), goes('data:text/html,x', false)]).toEqual([false, false, false])
  })

  it('embeds none', () => expect(asked(page, 'will-attach-webview').prevented).toBe(true))

  it('is given no Bluetooth device', () => {
    const choose = vi.fn<(id: string) => void>()
    expect(asked(page, 'select-bluetooth-device', {}, [{ deviceId: 'one' }], choose).prevented).toBe(true)
    expect(choose.mock.calls).toEqual([['']])
  })
})

describe('a session', () => {
  type Request = (page: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void
  type Check = (page: unknown, permission: string, origin: string, details: object) => boolean
  let session: EventEmitter
  let request: Request
  let check: Check
  let device: (details: object) => boolean
  beforeEach(() => {
    session = new EventEmitter()
    const handlers = {
      setPermissionRequestHandler: (handler: Request) => (request = handler),
      setPermissionCheckHandler: (handler: Check) => (check = handler),
      setDevicePermissionHandler: (handler: typeof device) => (device = handler),
    }
    denyPermissions(Object.assign(session, handlers) as unknown as Session)
  })

  it.each([
    ['geolocation', ours, false],
    ['media', ours, false],
    ['loopback-network', ours, true],
    ['loopback-network', foreign, false],
  ])('asked for %s by %s, says %s', (permission, requestingUrl, granted) => {
    const answers: boolean[] = []
    request(null, permission, (answer) => answers.push(answer), { requestingUrl })
    expect([answers, check(null, permission, requestingUrl, {})]).toEqual([[granted], granted])
  })

  it('goes by the address that asks, not by the page that it stands in', () => {
    expect(check(null, 'loopback-network', ours, { requestingUrl: foreign })).toBe(false)
  })

  it('gives no device', () => {
    expect(device({ deviceType: 'usb', origin: ours })).toBe(false)
    for (const kind of ['hid', 'usb']) {
      const choose = vi.fn<(id?: string) => void>()
      expect(asked(session, `select-${kind}-device`, {}, { deviceList: [{ deviceId: 'one' }] }, choose).prevented).toBe(
        true,
      )
      expect(choose.mock.calls).toEqual([[]])
    }
    const choose = vi.fn<(id: string) => void>()
    const ports = [{ portId: 'one' }]
    expect(asked(session, 'select-serial-port', {}, ports, null, choose).prevented).toBe(true)
    expect(choose.mock.calls).toEqual([['']])
  })

  it('saves what the console made, and no address', () => {
    const saves = (url: string) => !asked(session, 'will-download', {}, { getURL: () => url }).prevented
    expect(['blob:app://console/0a1b', `${ours}index.html`, foreign].map(saves)).toEqual([true, false, false])
  })
})

describe('a session’s requests', () => {
  type Details = { url: string; resourceType: string; webContentsId: number; requestHeaders: Record<string, string> }
  type Headers = { requestHeaders: Record<string, string> }
  let before: (details: Details, answer: (outcome: { cancel: boolean }) => void) => void
  let headers: (details: Details, answer: (outcome: Headers) => void) => void
  let page: { id: number } | undefined
  beforeEach(() => {
    page = { id: 7 }
    const jar = createStaffCookieJar()
    jar.store(['kerbside_staff=secret; Path=/; HttpOnly; SameSite=Strict'])
    const webRequest = {
      onBeforeRequest: (handler: typeof before) => (before = handler),
      onBeforeSendHeaders: (handler: typeof headers) => (headers = handler),
    }
    const consolePages = () => (page === undefined ? [] : [{ id: 6 }, page]) as WebContents[]
    guardNetwork({ webRequest } as unknown as Session, { staffUrl, devtools: false }, jar, consolePages)
  })

  const socket = { url: 'ws://127.0.0.1:8001/ws/time/', resourceType: 'webSocket', webContentsId: 7 }
  const sent = (change: Partial<Details> = {}) => {
    let outcome: Headers | undefined
    const requestHeaders = { accept: '*/*', cOOkie: 'of the page’s own' }
    headers({ ...socket, requestHeaders, ...change }, (answer) => (outcome = answer))
    return outcome?.requestHeaders
  }

  it('are cancelled where the rules do not let them go', () => {
    const goes = (url: string, resourceType: string) => {
      let cancelled: boolean | undefined
      before({ ...socket, requestHeaders: {}, url, resourceType }, ({ cancel }) => (cancelled = cancel))
      return cancelled === false
    }
    expect([goes(socket.url, 'webSocket'), goes(ours, 'mainFrame')]).toEqual([true, true])
    expect([goes(`${staffUrl}/healthz`, 'xhr'), goes(foreign, 'image')]).toEqual([false, false])
  })

  it('are signed in on the console’s own sockets', () => {
    expect(sent()).toEqual({ accept: '*/*', Cookie: 'kerbside_staff=secret' })
  })

  it.each([
    ['of another page', { webContentsId: 8 }],
    ['elsewhere', { url: 'ws://127.0.0.1:8000/ws/time/' }],
    ['that are no sockets', { url: `${staffUrl}/api/v1/session`, resourceType: 'xhr' }],
  ])('carry no cookie %s, nor what the page would say in its place', (_, change) => {
    expect(sent(change)).toEqual({ accept: '*/*' })
  })

  it('carry no cookie while there is no console', () => {
    page = undefined
    expect(sent()).toEqual({ accept: '*/*' })
  })
})
