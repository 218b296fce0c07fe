import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { builtPlaces, desktopFolder } from '../../../src-main/lifecycle/places.ts'
import { type PortAdvice, startOnSomePort } from '../../../src-main/lifecycle/start-server.ts'
import { textsIn } from '../../../src-main/texts.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { type KerbsideServer, PortInUseError, readSettings, type Settings } from '../../../src-server/index.ts'

const settings = readSettings({}, '/data')
const server = { publicUrl: 'http://10.0.0.2:1' } as KerbsideServer

type Ask = PortAdvice['mayUse']

/** 8002 is free for the kiosks, and 8003 for the staff. */
function advice(mayUse: Ask) {
  const started = vi.fn<PortAdvice['started']>()
  const freePort: PortAdvice['freePort'] = async (_, { setting }) => (setting === 'KERBSIDE_PORT' ? 8002 : 8003)
  return { freePort, mayUse, started }
}

/** Starts only on ports that are not in the list. */
function startExcept(...taken: number[]) {
  return vi.fn<(those: Settings) => Promise<KerbsideServer>>(async (those) => {
    if (taken.includes(those.port)) throw new PortInUseError('KERBSIDE_PORT', those.port)
    if (taken.includes(those.staffPort)) throw new PortInUseError('KERBSIDE_STAFF_PORT', those.staffPort)
    return server
  })
}

describe('starting', () => {
  it('asks nothing when the ports are free', async () => {
    const ask = vi.fn<Ask>()
    const { started, ...rest } = advice(ask)
    expect(await startOnSomePort(settings, startExcept(), { started, ...rest })).toBe(server)
    expect(ask).not.toHaveBeenCalled()
    expect(started).toHaveBeenCalledExactlyOnceWith(settings)
  })

  it('takes the free port that was offered in place of the one that is taken, and of no other', async () => {
    const start = startExcept(8000)
    const ask = vi.fn<Ask>(async () => true)
    const { started, ...rest } = advice(ask)
    expect(await startOnSomePort(settings, start, { started, ...rest })).toBe(server)
    expect(ask).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ port: 8000 }), 8002)
    expect(started).toHaveBeenCalledExactlyOnceWith({ ...settings, port: 8002 })
  })

  it('asks for each listener when both are taken', async () => {
    const start = startExcept(8000, 8001)
    const ask = vi.fn<Ask>(async () => true)
    await startOnSomePort(settings, start, advice(ask))
    expect(ask.mock.calls.map(([error]) => error.setting)).toEqual(['KERBSIDE_PORT', 'KERBSIDE_STAFF_PORT'])
    expect(start).toHaveBeenLastCalledWith({ ...settings, port: 8002, staffPort: 8003 })
  })

  it('starts nothing when the person would rather quit', async () => {
    expect(
      await startOnSomePort(
        settings,
        startExcept(8001),
        advice(async () => false),
      ),
    ).toBeUndefined()
  })

  it('lets every other failure through', async () => {
    const failure = new Error('the store is of a newer version')
    const ask = vi.fn<Ask>()
    await expect(startOnSomePort(settings, () => Promise.reject(failure), advice(ask))).rejects.toBe(failure)
    expect(ask).not.toHaveBeenCalled()
  })

  it.each(['KERBSIDE_PORT', 'KERBSIDE_STAFF_PORT'] as const)('explains a taken port by its setting: %s', (setting) => {
    const error = new PortInUseError(setting, 8123)
    const texts = textsIn(createTranslator('en', english))
    expect(texts.portInUse.title(error)).toContain('8123')
    expect(texts.portInUse.advice(error, 8124)).toContain(setting)
    expect(texts.portInUse.advice(error, 8124)).toContain('8124')
    expect(texts.portInUse.usePort(8124)).toBe('Use port 8124')
  })

  it('says who has a port, or that it is not known', () => {
    const { heldBy } = textsIn(createTranslator('en', english)).portInUse
    expect(heldBy({ program: 'nginx', pid: 12_345 })).toBe('It is used by nginx (process 12345).')
    expect(heldBy(undefined)).toBe('Which program that is, this system does not tell Kerbside.')
  })
})

describe('places', () => {
  it('finds the built parts beside the main program', () => {
    expect(builtPlaces(join('app', 'out', 'main'))).toEqual({
      preload: join('app', 'out', 'preload', 'preload.cjs'),
      consoleDir: join('app', 'out', 'renderer'),
      fontsDir: join('app', 'out', 'fonts'),
      storeWorker: join('app', 'out', 'worker', 'store-worker.js'),
      kioskDir: join('app', 'out', 'kiosk'),
    })
  })

  it('gives each data folder its own lock', () => {
    const standard = '/home/me/.config/Kerbside'
    expect(desktopFolder({}, standard)).toBe(standard)
    expect(desktopFolder({ KERBSIDE_DATA_DIR: '' }, standard)).toBe(standard)
    expect(desktopFolder({ KERBSIDE_DEMO: '1' }, standard)).toBe(`${standard}-demo`)
    expect(desktopFolder({ KERBSIDE_DATA_DIR: '/srv/one' }, standard)).toBe(join('/srv/one', 'desktop'))
    expect(desktopFolder({ KERBSIDE_DATA_DIR: '/srv/one', KERBSIDE_DEMO: '1' }, standard)).toBe(
      join('/srv/one', 'desktop'),
    )
  })
})
