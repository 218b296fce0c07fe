import { describe, expect, it } from 'vitest'
import { createStaffCookieJar, readSetCookie } from '../../../src-main/protocol/staff-cookie-jar.ts'

describe('a Set-Cookie line', () => {
  it.each([
    ['kerbside_staff=abc; Path=/; HttpOnly; SameSite=Strict', { name: 'kerbside_staff', value: 'abc' }],
    ['kerbside_staff=a=b==; Max-Age=43200', { name: 'kerbside_staff', value: 'a=b==' }],
    ['kerbside_staff=; Path=/', { name: 'kerbside_staff', value: undefined }],
    ['kerbside_staff=abc; Max-Age=0', { name: 'kerbside_staff', value: undefined }],
    ['kerbside_staff=abc; max-age=-1', { name: 'kerbside_staff', value: undefined }],
    ['kerbside_staff=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { name: 'kerbside_staff', value: undefined }],
    ['kerbside_staff=abc; Expires=Thu, 01 Jan 2037 00:00:00 GMT', { name: 'kerbside_staff', value: 'abc' }],
    ['nonsense', undefined],
    ['=abc', undefined],
    ['', undefined],
  ])('%s', (line, expected) => expect(readSetCookie(line)).toEqual(expected))
})

describe('the window’s session', () => {
  it('is empty at first, holds what the server sets, and forgets it at sign-out', () => {
    const jar = createStaffCookieJar()
    expect(jar.header()).toBeUndefined()
    jar.store(['kerbside_staff=abc; HttpOnly'])
    expect(jar.header()).toBe('kerbside_staff=abc')
    jar.store(['kerbside_staff=; Max-Age=0'])
    expect(jar.header()).toBeUndefined()
  })

  it('keeps no other cookie', () => {
    const jar = createStaffCookieJar()
    jar.store(['kerbside_device=xyz', 'kerbside_staff_extra=1', 'nonsense'])
    expect(jar.header()).toBeUndefined()
  })
})
