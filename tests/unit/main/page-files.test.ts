import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageFile } from '../../../src-main/protocol/page-files.ts'

const folder = join(sep, 'kerbside', 'renderer')

describe('files of the console', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-B_x-1.js', join('assets', 'index-B_x-1.js'), 'text/javascript; charset=utf-8'],
    ['/assets/index.css', join('assets', 'index.css'), 'text/css; charset=utf-8'],
    ['/assets/letters.latin.woff2', join('assets', 'letters.latin.woff2'), 'font/woff2'],
    ['/assets/kerbside.svg', join('assets', 'kerbside.svg'), 'image/svg+xml'],
  ])('%s is %s', (pathname, file, contentType) => {
    expect(pageFile(folder, pathname)).toEqual({ path: join(folder, file), contentType })
  })

  it.each([
    '/../main/main.js',
    '/assets/../../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain/main.js',
    '/..\\main\\main.js',
    '/..%5cmain%5cmain.js',
    '//etc/passwd.json',
    '/C:/windows/win.json',
    '/.env.json',
    '/assets/',
    '/assets',
    '/index.html\0.js',
    '/index.html/',
    '/main.ts',
    '/index.js.map',
    '/a.__proto__',
    '/a.constructor',
    '',
  ])('%j names none', (pathname) => expect(pageFile(folder, pathname)).toBeUndefined())

  it('never leaves the folder, whatever is asked', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e%2e', '\\', 'assets', 'a.js', 'C:'))
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const file = pageFile(folder, `/${parts.join('/')}`)
        expect(file === undefined || file.path.startsWith(folder + sep)).toBe(true)
      }),
    )
  })
})
