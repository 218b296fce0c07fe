import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { responseHeaders } from '../../../src-main/security/response-headers.ts'
import { contentSecurityPolicy, kioskSecurityPolicy } from '../../../src-shared/security/content-security-policy.ts'
import { devEnvironment, readOptions } from '../../../tools/dev/options.ts'
import { devPolicy, toldOrigin } from '../../../tools/dev/page-policy.ts'
import { isMainFile, isServerFile } from '../../../tools/dev/watch.ts'
import {
  isLiveSocket,
  liveAddress,
  liveConsoleFrom,
  liveConsoleWords,
  liveHeaders,
} from '../../../tools/dev/window/live-console.ts'

const root = join(import.meta.dirname, '../../..')
const plain = { headless: false, sandbox: true, seed: undefined, fresh: false }

describe('the words after npm run dev --', () => {
  it('are a seed, a fresh start and no window', () => {
    expect(readOptions([])).toEqual(plain)
    expect(readOptions(['--headless', '--seed', '7', '--fresh'])).toEqual({
      ...plain,
      headless: true,
      seed: '7',
      fresh: true,
    })
    expect(readOptions(['--no-sandbox'])).toEqual({ ...plain, sandbox: false })
    expect(() => readOptions(['--seed', 'x'])).toThrow('--seed takes a whole number')
    expect(() => readOptions(['--sead', '7'])).toThrow('--sead')
  })

  it('give a demo site on this machine alone, whose data is the seed’s own', () => {
    expect(devEnvironment({}, plain, '/cache')).toEqual({
      KERBSIDE_DEMO: '1',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_DATA_DIR: '/cache/data',
    })
    const seeded = devEnvironment({ KERBSIDE_HOST: '0.0.0.0', KERBSIDE_DEMO_SEED: '8' }, { ...plain, seed: '7' }, '/c')
    expect(seeded).toMatchObject({
      KERBSIDE_HOST: '0.0.0.0',
      KERBSIDE_DEMO_SEED: '7',
      KERBSIDE_DATA_DIR: '/c/data-of-seed-7',
    })
  })
})

describe('the policy of a page that follows its source', () => {
  const directives = (policy: string) => new Map(policy.split('; ').map((line) => [line.split(' ')[0], line]))

  it.each([
    ['the console’s', contentSecurityPolicy()],
    ['the kiosk’s', kioskSecurityPolicy()],
  ])('is %s own, but for Vite’s script, its style sheets and its socket', (_whose, policy) => {
    const before = directives(policy)
    const after = directives(devPolicy(policy, 'N0nce', ['ws://127.0.0.1:1']))
    const changed = [...after].filter(([name, line]) => before.get(name) !== line).map(([, line]) => line)
    expect(changed).toEqual([
      "script-src 'self' 'nonce-N0nce'",
      "style-src 'self' 'nonce-N0nce'",
      "connect-src 'self' ws://127.0.0.1:1",
    ])
    expect([...after.keys()]).toEqual([...before.keys()])
  })

  it('tells the server of nobody else’s page that it is ours', () => {
    const own = ['http://127.0.0.1:5173', 'http://localhost:5173']
    expect(toldOrigin('http://localhost:5173', own, 'http://127.0.0.1:8001')).toBe('http://127.0.0.1:8001')
    for (const other of ['http://localhost:5174', 'http://127.0.0.1:5173.evil.example', 'null'])
      expect(toldOrigin(other, own, 'http://127.0.0.1:8001')).toBe(other)
    expect(toldOrigin(undefined, own, 'http://127.0.0.1:8001')).toBeUndefined()
  })
})

describe('the window that follows the source', () => {
  const live = { origin: 'http://127.0.0.1:5173', nonce: 'N0nce' }

  it('is told where the page is, and does not start without', () => {
    expect(liveConsoleFrom(['electron', '/folder', ...liveConsoleWords(live)])).toEqual(live)
    for (const argv of [[], ['--live-console='], [...liveConsoleWords(live).slice(1)]])
      expect(() => liveConsoleFrom(argv)).toThrow('must be told')
  })

  it.each([
    ['app://console/', 'http://127.0.0.1:5173/console/'],
    ['app://console/?window=lot', 'http://127.0.0.1:5173/console/?window=lot'],
    ['app://console/console/main.tsx?t=1', 'http://127.0.0.1:5173/console/main.tsx?t=1'],
    ['app://console/api/v1/session', undefined],
  ])('%s: %s', (url, address) => {
    expect(liveAddress(url, live)).toBe(address)
  })

  it('may reach Vite’s socket besides, and nothing else', () => {
    expect(isLiveSocket('ws://127.0.0.1:5173/console/?token=a', live)).toBe(true)
    for (const other of [
      'http://127.0.0.1:5173/console/',
      'ws://127.0.0.1:51730/console/',
      'ws://127.0.0.1:5173.evil.example/console/',
      'ws://127.0.0.1:5174/kiosk/',
    ])
      expect(isLiveSocket(other, live)).toBe(false)
  })

  it('has the product’s headers, but for the page’s own in its policy', () => {
    const product = new Headers(responseHeaders('http://127.0.0.1:8001'))
    const headers = liveHeaders(product, 'text/html', live)
    expect(headers.get('content-security-policy')).toBe(
      devPolicy(product.get('content-security-policy') ?? '', 'N0nce', ['ws://127.0.0.1:5173']),
    )
    const others = [...product.keys()].filter((name) => name !== 'content-security-policy')
    expect(others.map((name) => headers.get(name))).toEqual(others.map((name) => product.get(name)))
    expect(headers.get('content-type')).toBe('text/html')
  })
})

describe('what is loosened for development', () => {
  const product = ['src-main', 'src-renderer', 'src-server', 'src-shared', 'kiosk']
  const sources = product.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html|css)$/.test(name) && !name.endsWith('vite.config.ts'))
      .map((name) => join(root, folder, name)),
  )
  const switches = /import\.meta\.(hot|env)|NODE_ENV|\bvite\b|['"]nonce-|csp-?nonce|tools\/dev|KERBSIDE_DEV\b|--live-/i

  it('is found when it is there', () => {
    for (const planted of [
      'if (import.meta.env.DEV) allow()',
      "process.env.NODE_ENV === 'development'",
      "'script-src': [\"'nonce-\" + nonce]",
      "process.env['KERBSIDE_DEV']",
      "process.argv.find((word) => word.startsWith('--live-console='))",
    ])
      expect(planted).toMatch(switches)
  })

  it('has no switch in the product, so that no build can carry it', () => {
    expect(sources.length).toBeGreaterThan(500)
    expect(sources.filter((file) => switches.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('is in no file that a package takes', () => {
    const { files } = builder()
    expect(files.filter((line) => /tools|\.cache/.test(line))).toEqual([])
    expect(files.some((line) => line.includes('out/'))).toBe(true)
  })
})

/** The lines of what the package takes, as they stand in its settings. */
function builder(): { files: readonly string[] } {
  const text = readFileSync(join(root, 'electron.builder.yml'), 'utf8')
  const block = /^files:\n((?: +.*\n)+)/m.exec(text)?.[1] ?? ''
  return { files: block.split('\n').filter((line) => line.trim() !== '') }
}

describe('what starts the server anew when it is saved, and what the window’s program', () => {
  it.each([
    ['src-server/clock/clock.ts', true, true],
    ['src-shared/api/routes.ts', true, true],
    ['src-shared/ui/Spoken.tsx', false, false],
    ['src-shared/ui/server-time-store.ts', false, false],
    ['src-main/window/console-window.ts', false, true],
    ['src-main/preload/preload.ts', false, true],
    ['src-main/icons/tray.png', false, true],
    ['src-server/clock/.clock.ts.swp', false, false],
  ])('%s: %s, %s', (file, server, main) => {
    expect([isServerFile(file), isMainFile(file)]).toEqual([server, main])
  })
})
