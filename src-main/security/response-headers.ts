import { contentSecurityPolicy } from '../../src-shared/security/content-security-policy.ts'

/**
 * Headers that every answer on `app://console` carries.
 * @param staffUrl the staff listener's origin, where the page's sockets go
 */
export function responseHeaders(staffUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy([staffUrl.replace(/^http/, 'ws')]),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'cache-control': 'no-store',
  }
}
