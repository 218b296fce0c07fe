import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { feedOf, mayFetch } from '../../../src-main/updates/feed.ts'
import { type InstallationFacts, installationObstacle } from '../../../src-main/updates/installation.ts'
import { notesText } from '../../../src-main/updates/release-notes.ts'
import { createUpdateDesk, type UpdateDeskParts } from '../../../src-main/updates/update-desk.ts'
import type { EngineEvent, UpdateEngine } from '../../../src-main/updates/update-engine.ts'

describe('where updates come from', () => {
  it.each([
    ['nowhere, when nobody says', undefined, undefined, { is: 'none' }],
    [
      'where the package was made to look',
      undefined,
      'https://a.example/k',
      { is: 'feed', url: 'https://a.example/k/' },
    ],
    [
      'where the setting says, before that',
      'https://b.example/',
      'https://a.example/',
      { is: 'feed', url: 'https://b.example/' },
    ],
    ['nowhere, when the setting says so', 'off', 'https://a.example/', { is: 'none' }],
    ['nowhere, when the setting is empty', '', 'https://a.example/', { is: 'none' }],
    ['this machine, also by http', 'http://127.0.0.1:8080/', undefined, { is: 'feed', url: 'http://127.0.0.1:8080/' }],
    ['this machine by its other address', 'http://[::1]:80/x/', undefined, { is: 'feed', url: 'http://[::1]/x/' }],
  ] as const)('is %s', (_what, said, packaged, expected) => {
    expect(feedOf(said, packaged)).toEqual(expected)
  })

  it.each([
    'http://updates.example/',
    'http://127.0.0.1.evil.example/',
    'ftp://updates.example/',
    'file:///tmp/',
    'https://user@updates.example/',
    'https://updates.example/?x',
    'updates.example',
  ])('is never %s', (said) => {
    expect(feedOf(said, undefined)).toMatchObject({ is: 'refused' })
  })

  it.each([
    ['https://a.example/k/latest-linux.yml?noCache=1', true],
    ['https://a.example/k/sub/Kerbside.AppImage', true],
    ['https://a.example/other/Kerbside.AppImage', false],
    ['https://a.example/k/../other', false],
    ['https://a.example.evil/k/', false],
    ['http://a.example/k/latest-linux.yml', false],
    ['https://a@a.example/k/latest-linux.yml', false],
    ['file:///etc/passwd', false],
    ['no address', false],
  ])('lets the updater fetch %s: %s', (url, expected) => {
    expect(mayFetch(url, 'https://a.example/k/')).toBe(expected)
  })
})

describe('an installation', () => {
  const appImage: InstallationFacts = {
    platform: 'linux',
    isPackaged: true,
    appImage: '/home/counter/Kerbside.AppImage',
    executable: '/tmp/.mount/kerbside',
    updateConfiguration: 'provider: generic\n',
    canReplace: () => true,
  }
  const signed = 'provider: generic\npublisherName:\n  - Kerbside\n'
  it.each<[string, Partial<InstallationFacts>, string | undefined]>([
    ['an AppImage in a folder of one’s own', {}, undefined],
    ['an AppImage where nobody may write', { canReplace: () => false }, 'read_only'],
    ['an AppImage that was made without', { updateConfiguration: undefined }, 'not_installed'],
    ['a deb or an rpm', { appImage: undefined }, 'package_manager'],
    ['a development tree', { isPackaged: false }, 'not_installed'],
    ['a signed one on Windows', { platform: 'win32', updateConfiguration: signed }, undefined],
    ['an unsigned one on Windows', { platform: 'win32' }, 'unsigned'],
    ['an unpacked folder on Windows', { platform: 'win32', updateConfiguration: undefined }, 'not_installed'],
    ['one on macOS', { platform: 'darwin', executable: '/Applications/Kerbside.app/x' }, undefined],
    [
      'one still on its disk image',
      { platform: 'darwin', executable: '/Volumes/Kerbside/Kerbside.app/x' },
      'read_only',
    ],
    ['one that macOS moved away', { platform: 'darwin', executable: '/x/AppTranslocation/y' }, 'read_only'],
    ['one on a system of another kind', { platform: 'freebsd' }, 'not_installed'],
  ])('%s', (_what, facts, expected) => {
    expect(installationObstacle({ ...appImage, ...facts })).toBe(expected)
  })
})

describe('the notes of a release', () => {
  it.each([
    ['plain', ' One thing. ', 'One thing.'],
    [
      'by version',
      [
        { version: '1.1.0', note: 'A' },
        { version: '1.0.0', note: null },
      ],
      '## 1.1.0\n\nA\n\n## 1.0.0',
    ],
    ['missing', null, ''],
    ['of another kind', { html: '<b>' }, ''],
  ])('%s', (_what, notes, expected) => {
    expect(notesText(notes)).toBe(expected)
  })
  it('end somewhere', () => {
    expect(notesText('x'.repeat(100_000))).toHaveLength(20_000)
  })
})

describe('the desk for updates', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kerbside-updates-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const file = () => join(folder, 'updates.json')
  const ready = { is: 'ready', version: '1.1.0', notes: 'Better.' } as const

  function desk(finds: EngineEvent = ready, more: Partial<UpdateDeskParts> = {}) {
    const woken: (() => void)[] = []
    const engine = {
      canInstallQuietly: true,
      look: vi.fn<UpdateEngine['look']>(async (_channel, tell) => tell(finds)),
      install: vi.fn<UpdateEngine['install']>(),
    }
    const quit = vi.fn<() => void>()
    const parts: UpdateDeskParts = {
      engine,
      file: file(),
      version: '1.0.0',
      timers: { after: (_ms, wake) => (woken.push(wake), () => undefined) },
      isAdmin: async () => true,
      isShiftOpen: async () => false,
      quit,
      onChange: () => undefined,
      ...more,
    }
    return { desk: createUpdateDesk(parts), engine, quit, woken }
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))

  it('looks by itself at the start and from time to time', async () => {
    const { desk: one, engine, woken } = desk({ is: 'current' })
    one.start()
    await settle()
    expect(one.view().state).toEqual({ is: 'current', looked: true })
    woken.shift()?.()
    await settle()
    expect(engine.look).toHaveBeenCalledTimes(2)
    expect(woken).toHaveLength(1)
  })

  it('looks for nothing by itself when that is switched off, and still when somebody asks', async () => {
    const { desk: one, engine } = desk()
    await one.set({ check: false, channel: 'beta' })
    one.start()
    await settle()
    expect(engine.look).not.toHaveBeenCalled()
    await one.check()
    expect(engine.look).toHaveBeenCalledExactlyOnceWith('beta', expect.any(Function))
    expect(one.view().state).toEqual(ready)
  })

  it('does not look again for what is ready', async () => {
    const { desk: one, engine } = desk()
    await one.check()
    await one.check()
    expect(engine.look).toHaveBeenCalledTimes(1)
  })

  it('says why there are no updates, and looks for none', async () => {
    const { desk: one, woken } = desk(ready, { engine: 'package_manager' })
    one.start()
    await one.check()
    expect(one.view().state).toEqual({ is: 'none', why: 'package_manager' })
    expect(await one.install()).toBe('nothing_ready')
    expect(woken).toEqual([])
  })

  it('restarts for an admin, when no shift is open', async () => {
    const { desk: one, engine, quit } = desk()
    await one.check()
    expect(await one.install()).toBe('restarting')
    expect(quit).toHaveBeenCalledOnce()
    await one.beforeQuit(false)
    expect(one.afterStop()).toBe(true)
    expect(engine.install).toHaveBeenCalledExactlyOnceWith(true)
  })

  it.each([
    ['not_admin', { isAdmin: async () => false }],
    ['shift_open', { isShiftOpen: async () => true }],
  ] as const)('does not restart: %s', async (why, more) => {
    const { desk: one, engine, quit } = desk(ready, more)
    one.start()
    await settle()
    expect(one.view().state).toEqual(ready)
    expect(await one.install()).toBe(why)
    expect(quit).not.toHaveBeenCalled()
    await one.beforeQuit(false)
    expect(one.afterStop()).toBe(false)
    expect(engine.install).not.toHaveBeenCalled()
  })

  it.each([
    ['a person quits', {}, true, [[false]]],
    ['a person quits while a shift is open', { isShiftOpen: async () => true }, true, []],
    ['the system ends it', {}, false, []],
  ] as const)('installs what is ready on the way out: %s', async (_who, more, byPerson, calls) => {
    const { desk: one, engine } = desk(ready, more)
    await one.check()
    await one.beforeQuit(byPerson)
    one.afterStop()
    expect(engine.install.mock.calls).toEqual(calls)
  })

  it('installs nothing that was not fetched whole', async () => {
    const { desk: one, engine } = desk({ is: 'failed', why: 'damaged' })
    await one.check()
    expect(one.view().state).toEqual({ is: 'failed', why: 'damaged' })
    await one.beforeQuit(true)
    expect(one.afterStop()).toBe(false)
    expect(engine.install).not.toHaveBeenCalled()
  })

  it.each(['set', 'check'] as const)('refuses %s to whoever is no admin', async (call) => {
    const { desk: one, engine } = desk(ready, { isAdmin: async () => false })
    await expect(call === 'set' ? one.set({ check: false, channel: 'beta' }) : one.check()).rejects.toThrow(
      'only an admin',
    )
    expect(one.view().preferences).toEqual({ check: true, channel: 'stable' })
    expect(engine.look).not.toHaveBeenCalled()
  })

  it('tells after an update what is new, until somebody has read it', async () => {
    const { desk: before } = desk()
    expect(before.view().news).toBeNull()
    await before.check()
    const { desk: after } = desk({ is: 'current' }, { version: '1.1.0' })
    expect(after.view().news).toEqual({ version: '1.1.0', notes: 'Better.' })
    const { desk: again } = desk({ is: 'current' }, { version: '1.1.0' })
    expect(again.view().news).toEqual({ version: '1.1.0', notes: 'Better.' })
    await again.read()
    expect(desk({ is: 'current' }, { version: '1.1.0' }).desk.view().news).toBeNull()
  })

  it('tells of an update that it did not make itself, without notes of another one', async () => {
    await desk().desk.check()
    expect(desk(ready, { version: '1.2.0' }).desk.view().news).toEqual({ version: '1.2.0', notes: '' })
  })

  it('keeps what was chosen', async () => {
    await desk().desk.set({ check: false, channel: 'beta' })
    expect(desk().desk.view().preferences).toEqual({ check: false, channel: 'beta' })
  })

  it('leaves alone what a newer Kerbside has kept, and looks for nothing', async () => {
    const text = JSON.stringify({ format: 2, preferences: 'in other words' })
    writeFileSync(file(), text)
    const { desk: one, engine } = desk()
    one.start()
    await settle()
    expect(one.view()).toMatchObject({ ofNewer: true, preferences: { check: false } })
    await expect(one.set({ check: true, channel: 'stable' })).rejects.toThrow('newer Kerbside')
    expect(engine.look).not.toHaveBeenCalled()
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })

  it('begins anew where what was kept cannot be read, or not be kept', () => {
    writeFileSync(file(), 'no JSON')
    expect(desk().desk.view()).toMatchObject({ ofNewer: false, preferences: { check: true, channel: 'stable' } })
    const nowhere = join(folder, 'no such folder', 'updates.json')
    expect(desk(ready, { file: nowhere }).desk.view().news).toBeNull()
    expect(existsSync(nowhere)).toBe(false)
  })
})
