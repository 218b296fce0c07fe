import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { autostartEntry } from '../../../src-main/autostart/linux-autostart.ts'
import { hasTray, type RunProbe, saysYes } from '../../../src-main/tray/tray-support.ts'
import { applicationMenu } from '../../../src-main/window/application-menu.ts'
import { afterProcessGone } from '../../../src-main/window/renderer-health.ts'
import { readOpenWindows, writeOpenWindows } from '../../../src-main/window/open-windows.ts'
import { openingBeside, openingOf, readWindowState, writeWindowState } from '../../../src-main/window/window-bounds.ts'

const display = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }
const saved = { x: 100, y: 80, width: 1200, height: 800, maximised: false }

describe('where the window opens', () => {
  it('at a usual size the first time', () => {
    expect(openingOf(undefined, [display])).toEqual({ width: 1360, height: 860, position: undefined, maximised: false })
  })
  it('where it was', () => {
    const opening = { width: 1200, height: 800, position: { x: 100, y: 80 }, maximised: false }
    expect(openingOf(saved, [display])).toEqual(opening)
  })
  it('on the second display while that is there, else where the system puts it', () => {
    const there = { ...saved, x: 2000 }
    expect(openingOf(there, [display, second]).position).toEqual({ x: 2000, y: 80 })
    expect(openingOf(there, [display]).position).toBeUndefined()
  })
  it.each([
    ['its title bar above the display', { ...saved, y: -30 }],
    ['its title bar below the display', { ...saved, y: 1030 }],
    ['only a sliver on the display', { ...saved, x: 1890 }],
    ['nothing of it on the display', { ...saved, x: -1200 }],
  ])('elsewhere when it could not be grasped: %s', (_why, state) => {
    expect(openingOf(state, [display]).position).toBeUndefined()
  })
  it('no larger than the display, no smaller than the console can be', () => {
    expect(openingOf({ ...saved, width: 9000, height: 9000 }, [display])).toMatchObject({ width: 1920, height: 1040 })
    expect(openingOf({ ...saved, width: 10, height: 10 }, [display])).toMatchObject({ width: 960, height: 600 })
  })
  it('maximised when it was', () => {
    expect(openingOf({ ...saved, maximised: true }, [display]).maximised).toBe(true)
  })
})

describe('where a screen’s own window opens the first time', () => {
  it('in the middle of the other display', () => {
    const wide = { x: 1920, y: 0, width: 2560, height: 1400 }
    const opening = { width: 1360, height: 860, position: { x: 2520, y: 270 }, maximised: false }
    expect(openingBeside(display, [display, display, wide])).toEqual(opening)
  })
  it('no larger than that display', () => {
    expect(openingBeside(display, [display, second])).toMatchObject({ width: 1280, position: { x: 1920, y: 82 } })
  })
  it('on the primary display when the console is on the second', () => {
    expect(openingBeside(second, [display, second]).position).toEqual({ x: 280, y: 90 })
  })
  it('where the system puts it when there is one display only', () => {
    expect(openingBeside(display, [display, display]).position).toBeUndefined()
  })
})

describe('the windows that are opened again', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kerbside-windows-')), 'open-windows.json')
  it('are read back as they were written', () => {
    writeOpenWindows(file, ['lot', 'today'])
    expect(readOpenWindows(file)).toEqual(['lot', 'today'])
  })
  it.each(['', '{', 'null', '["settings"]', '["lot", 1]', '{"0":"lot"}'])('are none when the file says %j', (text) => {
    writeFileSync(file, text)
    expect(readOpenWindows(file)).toEqual([])
  })
  it('are each opened once', () => {
    writeFileSync(file, '["lot","lot"]')
    expect(readOpenWindows(file)).toEqual(['lot'])
  })
  it('are none when there is no file', () => {
    expect(readOpenWindows(join(file, 'none'))).toEqual([])
  })
})

describe('the kept place', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kerbside-window-')), 'window.json')
  it('is read back as it was written', () => {
    writeWindowState(file, saved)
    expect(readWindowState(file)).toEqual(saved)
  })
  it.each(['', '{', 'null', '{"x":1}', '{"x":"1","y":0,"width":1,"height":1,"maximised":false}', '{"x":1e99}'])(
    'is ignored when the file says %j',
    (text) => {
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeUndefined()
    },
  )
  it('is ignored when there is no file', () => {
    expect(readWindowState(join(file, 'none'))).toBeUndefined()
  })
})

describe('a page whose process ended', () => {
  it.each([
    ['crashed', 0, 'reload'],
    ['oom', 2, 'reload'],
    ['killed', 1, 'reload'],
    ['crashed', 3, 'ask'],
    ['crashed', 9, 'ask'],
    ['clean-exit', 0, 'nothing'],
  ] as const)('by %s, after %i failures: %s', (reason, before, step) => {
    expect(afterProcessGone(reason, before)).toBe(step)
  })
})

describe('the tray', () => {
  const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }
  it('is always there on Windows and macOS', async () => {
    const run = vi.fn<RunProbe>()
    expect([await hasTray('win32', {}, run), await hasTray('darwin', {}, run)]).toEqual([true, true])
    expect(run).not.toHaveBeenCalled()
  })
  it('is asked for on Linux', async () => {
    expect(await hasTray('linux', bus, async () => '(true,)\n')).toBe(true)
    expect(await hasTray('linux', bus, async () => '(false,)\n')).toBe(false)
  })
  it('is asked for by the second tool when the first is not installed', async () => {
    const run = vi.fn<RunProbe>(async (command) => {
      if (command === 'gdbus') throw new Error('ENOENT')
      return 'method return\n   boolean true\n'
    })
    expect(await hasTray('linux', bus, run)).toBe(true)
  })
  it('counts as absent when nobody can tell', async () => {
    expect(await hasTray('linux', bus, () => Promise.reject(new Error('ENOENT')))).toBe(false)
    expect(await hasTray('linux', {}, async () => '(true,)')).toBe(false)
  })
  it.each([
    ['(true,)', true],
    ['   boolean true', true],
    ['(false,)', false],
    ['   boolean false', false],
    ['', false],
  ])('reads %j as %s', (answer, expected) => expect(saysYes(answer)).toBe(expected))
})

describe('the menu', () => {
  const nothing = () => undefined
  const roles = (packaged: boolean, platform: NodeJS.Platform = 'linux') =>
    JSON.stringify(
      applicationMenu({
        platform,
        packaged,
        print: nothing,
        openDataFolder: nothing,
        texts: { print: 'Print', openDataFolder: 'Open' },
      }),
    )

  it('has developer tools only while developing', () => {
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
  })
  it('has editing, zoom and quit', () => {
    for (const role of ['editMenu', 'zoomIn', 'zoomOut', 'resetZoom', 'quit']) expect(roles(true)).toContain(role)
    expect(roles(true, 'darwin')).toContain('appMenu')
  })
})

describe('starting with the session on Linux', () => {
  it.each([
    [['/opt/Kerbside/kerbside'], 'Exec="/opt/Kerbside/kerbside"'],
    [['/home/a b/kerbside', '/x'], 'Exec="/home/a b/kerbside" "/x"'],
    [['/100%/kerbside'], 'Exec="/100%%/kerbside"'],
    [['/a"b$c`d\\e'], String.raw`Exec="/a\\"b\\$c\\` + '`' + String.raw`d\\\\e"`],
  ])('%j', (command, line) => {
    expect(autostartEntry('Kerbside', command).split('\n')).toContain(line)
  })
})
