import { describe, expect, it } from 'vitest'
import { isConsoleUrl } from '../../../src-main/security/console-origin.ts'
import { mayHavePermission, mayNavigate, maySave, sandboxedPage } from '../../../src-main/security/window-policy.ts'

const ours = [
  'app://console',
  'app://console/',
  'app://console/index.html',
  'app://console/#/bookings',
  'APP://console/',
]

const foreign = [
  'app://console.evil/',
  'app://evil/',
  'app://console@evil/',
  'app://user@console/',
  'app://user:secret@console/',
  'app://console:80/',
  'app:console',
  'app:///console/',
  'https://console/',
  'http://127.0.0.1:8001/console/',
  'file:///etc/passwd',
  'data:text/html,app://console/',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://console/0a1b',
  ' ',
  '',
]

describe('the console’s address', () => {
  it.each(ours)('is %s', (url) => expect(isConsoleUrl(url)).toBe(true))
  it.each(foreign)('is not %s', (url) => expect(isConsoleUrl(url)).toBe(false))
})

describe('navigation', () => {
  it.each(ours)('may go to %s in the main frame', (url) => expect(mayNavigate(url, true)).toBe(true))
  it.each(ours)('may not open %s in a frame within', (url) => expect(mayNavigate(url, false)).toBe(false))
  it.each(ours)('may save what it made itself, blob:%s', (url) => expect(maySave(`blob:${url}`)).toBe(true))
  it.each(ours)('may not save from the address %s', (url) => expect(maySave(url)).toBe(false))
  it.each(foreign)('may not save blob:%s', (url) => expect(maySave(`blob:${url}`)).toBe(false))
  it.each(foreign)('may not go to %s', (url) => expect(mayNavigate(url, true)).toBe(false))
})

describe('permissions', () => {
  const denied = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'usb',
    'unknown',
  ]
  it.each(denied)('denies %s to the console itself', (permission) => {
    expect(mayHavePermission(permission, 'app://console/')).toBe(false)
  })
  it.each([
    ['loopback-network', 'app://console/', true],
    ['local-network-access', 'app://console/', true],
    ['local-network', 'app://console/', false],
    ['loopback-network', 'https://example.com/', false],
    ['loopback-network', undefined, false],
  ] as const)('answers %s for %s with %s', (permission, url, expected) => {
    expect(mayHavePermission(permission, url)).toBe(expected)
  })
})

describe('the page’s process', () => {
  it('is sandboxed, isolated and without Node', () => {
    expect(sandboxedPage).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webgl: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })
})
