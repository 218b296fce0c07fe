import { describe, expect, it } from 'vitest'
import { isStaffSocket, mayRequest } from '../../../src-main/security/network-policy.ts'
import { responseHeaders } from '../../../src-main/security/response-headers.ts'
import { contentSecurityPolicy } from '../../../src-shared/security/content-security-policy.ts'

const staffUrl = 'http://127.0.0.1:8001'

describe('the staff listener’s sockets', () => {
  it.each([
    ['ws://127.0.0.1:8001/ws/time/', 'webSocket', true],
    ['ws://127.0.0.1:8001/ws/notifications/u1/', 'webSocket', true],
    ['ws://127.0.0.1:8001/ws/../api/v1/session', 'webSocket', false],
    ['ws://127.0.0.1:8001/', 'webSocket', false],
    ['ws://127.0.0.1:8000/ws/time/', 'webSocket', false],
    ['ws://localhost:8001/ws/time/', 'webSocket', false],
    ['wss://127.0.0.1:8001/ws/time/', 'webSocket', false],
    ['ws://x@127.0.0.1:8001/ws/time/', 'webSocket', false],
    ['ws://127.0.0.1:8001.evil.example/ws/time/', 'webSocket', false],
    ['http://127.0.0.1:8001/ws/time/', 'xhr', false],
    ['ws://127.0.0.1:8001/ws/time/', 'xhr', false],
    ['not an address', 'webSocket', false],
  ])('%s as %s: %s', (url, resourceType, expected) => {
    expect(isStaffSocket({ url, resourceType }, staffUrl)).toBe(expected)
  })
})

describe('requests of the window', () => {
  it.each([
    ['app://console/index.html', 'mainFrame', true],
    ['app://console/api/v1/session', 'xhr', true],
    ['ws://127.0.0.1:8001/ws/time/', 'webSocket', true],
    ['blob:app://console/0a1b', 'image', true],
    ['data:image/png;base64,AA==', 'image', true],
    ['blob:https://evil.example/0a1b', 'image', false],
    ['app://evil/', 'mainFrame', false],
    ['http://127.0.0.1:8001/api/v1/session', 'xhr', false],
    ['https://example.com/', 'mainFrame', false],
    ['ws://example.com/ws/time/', 'webSocket', false],
    ['file:///etc/passwd', 'subFrame', false],
    ['devtools://devtools/bundled/inspector.html', 'mainFrame', false],
  ])('%s as %s: %s', (url, resourceType, expected) => {
    expect(mayRequest({ url, resourceType }, { staffUrl, devtools: false })).toBe(expected)
  })

  it('lets developer tools load while developing', () => {
    const request = { url: 'devtools://devtools/bundled/inspector.html', resourceType: 'mainFrame' }
    expect(mayRequest(request, { staffUrl, devtools: true })).toBe(true)
  })
})

describe('an answer to the window', () => {
  it('says what else the page may not do, and is kept nowhere', () => {
    const { 'content-security-policy': policy, ...others } = responseHeaders(staffUrl)
    expect(policy).toContain("default-src 'none'")
    expect(others).toEqual({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
      'cache-control': 'no-store',
    })
  })
})

describe('the content security policy', () => {
  const directives = new Map(
    contentSecurityPolicy(['ws://127.0.0.1:8001'])
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  )

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['img-src', "'self' blob: data:"],
    ['font-src', "'self'"],
    ['connect-src', "'self' ws://127.0.0.1:8001"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ])('has %s %s', (name, value) => expect(directives.get(name)).toBe(value))

  it('allows nothing inline and nothing evaluated', () => {
    expect(contentSecurityPolicy()).not.toContain('unsafe')
    expect(contentSecurityPolicy()).not.toContain('*')
  })

  it('names the sockets of the staff listener that really runs', () => {
    expect(responseHeaders('http://127.0.0.1:43210')['content-security-policy']).toContain(
      "connect-src 'self' ws://127.0.0.1:43210;",
    )
  })
})
