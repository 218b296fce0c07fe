import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { headlessEntry, HeadlessServer } from '../support/headless-server.ts'

describe('the headless server', { timeout: 60_000 }, () => {
  let folder: string
  const running: HeadlessServer[] = []
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-headless-'))
  })
  afterEach(() => {
    for (const server of running.splice(0)) server.kill()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = (env: Readonly<Record<string, string>>) => {
    const free = {
      KERBSIDE_LOG_LEVEL: 'error',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_DATA_DIR: folder,
    }
    const server = new HeadlessServer({ ...free, ...env })
    running.push(server)
    return server
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says on one line of JSON where it listens, logs elsewhere, and ends well on %s',
    async (signal) => {
      const server = start({ KERBSIDE_DEMO: '1', KERBSIDE_DATA_DIR: join(folder, signal), KERBSIDE_LOG_LEVEL: 'trace' })
      const ready = await server.ready()
      const url = (path: string) => expect.stringMatching(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${path}$`)) as string
      expect(ready).toEqual({
        event: 'listening',
        public_url: url(''),
        staff_url: url(''),
        kiosk_url: url('/kiosk/'),
        console_url: url('/console/'),
        data_dir: join(folder, signal),
      })
      expect((await fetch(`${ready['public_url']}/healthz`)).status).toBe(200)
      expect((await fetch(`${ready['staff_url']}/readyz`)).status).toBe(200)
      const { code, stdout, stderr } = await server.stop(signal)
      expect(code).toBe(0)
      expect(stdout.split('\n')).toEqual([JSON.stringify(ready), ''])
      expect(stderr).toContain('DEMO owner: owner / harbour-owner')
      expect(stderr).toContain(`${signal}: stopping`)
    },
  )

  it('prints no account outside demo mode', async () => {
    const server = start({ KERBSIDE_DATA_DIR: join(folder, 'real') })
    await server.ready()
    const { stderr } = await server.stop()
    expect(stderr).not.toMatch(/DEMO|harbour|password/)
    expect(stderr).toContain('Open the console to set up the car park')
  })

  it.each([
    ['KERBSIDE_PORT', 'eighty'],
    ['KERBSIDE_TIMEZONE', 'Mars/Olympus'],
    ['KERBSIDE_KIOSK_ACCESS', 'everybody'],
    ['KERBSIDE_DEMO', 'yes'],
  ])('ends with 1 and names the setting when %s is %s', async (name, value) => {
    const { code, stdout, stderr } = await start({ [name]: value }).ended
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(new RegExp(`^${name}: takes .*, not "${value}"\n$`))
  })

  it('tells of a setting that is misspelt, and goes on', async () => {
    const server = start({ KERBSIDE_PROT: '80', KERBSIDE_DATA_DIR: join(folder, 'misspelt') })
    await server.ready()
    expect((await server.stop()).stderr).toContain('KERBSIDE_PROT is no setting of Kerbside and is ignored.')
  })

  describe('on a port that is in use', () => {
    let taken: Server
    let port: number
    beforeAll(async () => {
      taken = createServer()
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
      const address = taken.address()
      port = typeof address === 'object' ? (address?.port ?? 0) : 0
    })
    afterAll(() => taken.close())

    it.each(['KERBSIDE_PORT', 'KERBSIDE_STAFF_PORT'])('says so and what to do: %s', async (name) => {
      const { code, stdout, stderr } = await start({ [name]: String(port), KERBSIDE_DATA_DIR: join(folder, 'port') })
        .ended
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toBe(
        `${name}: port ${port} is in use by another program. Stop that program, or choose another port with ${name} (0 takes a free one).\n`,
      )
    })
  })

  it('says what is wrong when its folder cannot be used', async () => {
    const { code, stdout, stderr } = await start({ KERBSIDE_DATA_DIR: join(headlessEntry, 'below-a-file') }).ended
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The data in .*kerbside\.sqlite cannot be opened: .*Check the folder and its rights\.\n$/)
  })

  it('carries its data over a kill', async () => {
    const dataDir = join(folder, 'killed')
    const first = start({ KERBSIDE_DATA_DIR: dataDir })
    const { staff_url: staffUrl = '' } = await first.ready()
    const form = {
      site_name: 'Quay Lane',
      timezone: 'UTC',
      currency: 'EUR',
      owner_name: 'A',
      username: 'aoife',
      password: 'ten letters',
    }
    const headers = { 'content-type': 'application/json' }
    const done = await fetch(`${staffUrl}/api/v1/setup`, { method: 'POST', headers, body: JSON.stringify(form) })
    expect(done.status).toBe(201)
    first.kill()
    await first.ended
    const second = start({ KERBSIDE_DATA_DIR: dataDir })
    const { public_url: publicUrl = '' } = await second.ready()
    expect(await (await fetch(`${publicUrl}/api/v1/site`)).json()).toMatchObject({ name: 'Quay Lane' })
    expect((await second.stop()).code).toBe(0)
  })
})
