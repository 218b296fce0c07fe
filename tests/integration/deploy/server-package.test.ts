import { execFileSync, spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { packageServer } from '../../../tools/package/server-archive.ts'
import { Caller } from '../../support/caller.ts'
import { HeadlessServer } from '../../support/headless-server.ts'
import { needs } from '../../support/needs.ts'
import { follow, hold, slotsOf } from '../../support/wash.ts'

const obstacle =
  process.platform === 'linux' ? undefined : `the server's package is made on Linux, this is ${process.platform}`

describe('the server’s package', { timeout: 240_000 }, () => {
  let folder: string
  /** The package, unpacked where nothing else is. */
  let unpacked: string
  const running: HeadlessServer[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-package-'))
    if (obstacle !== undefined) return
    const archive = await packageServer({ asFolder: false })
    execFileSync('tar', ['-xzf', archive, '-C', folder])
    const [name = ''] = readdirSync(folder)
    if (!archive.endsWith(`/${name}.tar.gz`)) throw new Error(`${archive} has ${name} in it`)
    unpacked = join(folder, name)
  }, 240_000)
  afterAll(() => {
    for (const server of running) server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const here = (context: TestContext) => needs(context, obstacle)
  const program = (name = 'kerbside-server') => join(unpacked, 'bin', name)

  async function start(): Promise<{ server: HeadlessServer; urls: Readonly<Record<string, string>> }> {
    const env = {
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_DATA_DIR: join(folder, 'data'),
      KERBSIDE_DEMO: '1',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_LOG_LEVEL: 'error',
    }
    const server = new HeadlessServer(env, [process.execPath, program()])
    running.push(server)
    return { server, urls: await server.ready() }
  }

  it('has what the server needs, one SQLite binary, and no other package', (context) => {
    here(context)
    expect(readdirSync(unpacked).toSorted()).toEqual(
      ['LICENSE', 'README.md', 'bin', 'deploy', 'kerbside.cdx.json', 'lib', 'node_modules', 'package.json'].toSorted(),
    )
    expect(readdirSync(join(unpacked, 'node_modules'))).toEqual(['better-sqlite3'])
    expect(readdirSync(join(unpacked, 'node_modules/better-sqlite3/prebuilds'))).toEqual([`linux-${process.arch}.node`])
    for (const name of ['kerbside-server', 'kerbside-ready']) accessSync(program(name), constants.X_OK)
    const { components } = JSON.parse(readFileSync(join(unpacked, 'kerbside.cdx.json'), 'utf8')) as {
      components: { name: string }[]
    }
    const names = components.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'fastify', 'ws', 'react']))
    expect(names).not.toContain('electron')
    expect(readFileSync(join(unpacked, 'README.md'), 'utf8').trim().split('\n').length).toBeLessThanOrEqual(6)
  })

  it('serves, books, makes a backup on SIGTERM, and goes on where it was', async (context) => {
    here(context)
    const first = await start()
    const at = (name: string) => first.urls[name] ?? ''
    const customer = new Caller(at('public_url'))
    expect((await customer.get('/readyz')).status).toBe(200)
    for (const page of ['kiosk_url', 'console_url']) {
      const answer = await fetch(at(page))
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<script type="module"')])
    }
    const { window } = (await customer.get('/api/v1/site')).json() as { window: { max_date: string } }
    const open = (await slotsOf(customer, window.max_date)).find(({ state }) => state === 'open')
    const held = await hold(customer, open?.start ?? '')

    const port = new URL(at('staff_url')).port
    const ask = (name: string) =>
      spawnSync(process.execPath, [program('kerbside-ready')], {
        env: { ...process.env, KERBSIDE_STAFF_PORT: name },
        encoding: 'utf8',
      })
    expect(ask(port)).toMatchObject({ status: 0, stdout: expect.stringContaining('"status"') as string })
    const ended = await first.server.stop('SIGTERM')
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('SIGTERM: stopping')])
    expect(ask(port)).toMatchObject({ status: 1, stdout: `no answer from 127.0.0.1:${port}: ECONNREFUSED\n` })
    const backups = join(folder, 'data', 'backups')
    const note = readdirSync(backups).find((name) => name.endsWith('-quit.json')) ?? ''
    expect(JSON.parse(readFileSync(join(backups, note), 'utf8'))).toMatchObject({ fault: null })

    const second = await start()
    const again = await follow(new Caller(second.urls['public_url'] ?? ''), held)
    expect([again.status, again.text]).toEqual([200, expect.stringContaining(held.reference)])
    const stopped = await second.server.stop('SIGTERM')
    expect(stopped.code).toBe(0)
  })

  it('restores by the same words as from a checkout, and names its own program', (context) => {
    here(context)
    const env = { PATH: process.env['PATH'], KERBSIDE_DATA_DIR: join(folder, 'empty') }
    const asked = spawnSync(process.execPath, [program(), 'restore'], { env, encoding: 'utf8' })
    expect(asked).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('kerbside-server restore <file>') as string,
    })
    const [name = ''] = readdirSync(join(folder, 'data', 'backups')).filter((one) => one.endsWith('.sqlite'))
    mkdirSync(join(folder, 'empty'))
    const file = join(folder, 'data', 'backups', name)
    const done = spawnSync(process.execPath, [program(), 'restore', file], { env, encoding: 'utf8' })
    expect(done.stderr).toContain(name)
    expect([done.status, existsSync(join(folder, 'empty', 'kerbside.sqlite'))]).toEqual([0, true])
  })

  it.for<[string, number, string]>([
    ['12.22.1', 1, 'Kerbside needs Node 22 or newer, at best 24; this is 12.22.1 ('],
    ['20.20.2', 1, 'Kerbside needs Node 22 or newer, at best 24; this is 20.20.2 ('],
    ['22.12.0', 1, 'Kerbside runs best on Node 24; this is 22.12.0 ('],
    ['24.0.0', 1, 'KERBSIDE_PORT: takes'],
  ])('says of Node %s what it thinks of it', ([version, status, words], context) => {
    here(context)
    const pretend = join(folder, 'pretend.cjs')
    const versions = `{ ...process.versions, node: '${version}' }`
    writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: ${versions} })\n`)
    const env = { PATH: process.env['PATH'], KERBSIDE_PORT: 'none' }
    const asked = spawnSync(process.execPath, ['--require', pretend, program()], { env, encoding: 'utf8' })
    expect([asked.status, asked.stderr.startsWith(words), asked.stderr]).toEqual([status, true, expect.any(String)])
    expect(asked.stderr.includes('KERBSIDE_PORT')).toBe(Number(version.split('.')[0]) >= 22)
  })
})
