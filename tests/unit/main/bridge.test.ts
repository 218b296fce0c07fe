import { describe, expect, it, vi } from 'vitest'
import { bridgeArguments, type BridgeHandlers, runBridgeCall } from '../../../src-main/bridge/bridge-calls.ts'
import { isConsoleFrame } from '../../../src-main/bridge/sender-check.ts'
import { type BridgeCall, bridgeChannels } from '../../../src-shared/desktop/bridge-channels.ts'
import type { PrintAnswer, Printer, PrintOrder } from '../../../src-shared/desktop/printing.ts'
import type { InstallAnswer, UpdatePreferences, UpdateView } from '../../../src-shared/desktop/updates.ts'

const order: PrintOrder = { printer: 'counter', width_mm: 80, height_mm: 120, bare: true }
const preferences: UpdatePreferences = { check: true, channel: 'stable' }
const view: UpdateView = { state: { is: 'current', looked: true }, preferences, ofNewer: false, news: null }

function handlers() {
  return {
    openDataFolder: vi.fn<() => Promise<undefined>>(async () => undefined),
    openWindow: vi.fn<(screen: string) => Promise<undefined>>(async () => undefined),
    printPage: vi.fn<() => Promise<undefined>>(async () => undefined),
    printersGet: vi.fn<() => Promise<readonly Printer[]>>(async () => []),
    printTo: vi.fn<(order: PrintOrder) => Promise<PrintAnswer>>(async () => 'sent'),
    showBadge: vi.fn<(count: number) => Promise<undefined>>(async () => undefined),
    notify: vi.fn<(title: string, body: string) => Promise<undefined>>(async () => undefined),
    autostartGet: vi.fn<() => Promise<boolean>>(async () => false),
    autostartSet: vi.fn<(on: boolean) => Promise<boolean>>(async (on) => on),
    updatesGet: vi.fn<() => Promise<UpdateView>>(async () => view),
    updatesSet: vi.fn<(preferences: UpdatePreferences) => Promise<UpdateView>>(async () => view),
    updatesCheck: vi.fn<() => Promise<UpdateView>>(async () => view),
    updatesInstall: vi.fn<() => Promise<InstallAnswer>>(async () => 'nothing_ready'),
    updatesRead: vi.fn<() => Promise<UpdateView>>(async () => view),
  } satisfies BridgeHandlers
}

describe('the sender of a call', () => {
  const main = { url: 'app://console/', frameTreeNodeId: 1 }
  it.each([
    ['the console', main, main, true],
    ['the console at another of its pages', { ...main, url: 'app://console/#/kiosks' }, main, true],
    ['a frame within the console', { url: 'app://console/', frameTreeNodeId: 2 }, main, false],
    ['the main frame showing something else', { ...main, url: 'https://example.com/' }, main, false],
    ['the main frame showing an empty page', { ...main, url: 'about:blank' }, main, false],
    ['a frame that is gone', null, main, false],
    ['anyone when there is no window', main, undefined, false],
  ])('%s: %s', (_who, sender, mainFrame, expected) => {
    expect(isConsoleFrame(sender, mainFrame)).toBe(expected)
  })
})

describe('a call on the bridge', () => {
  const calls = Object.keys(bridgeChannels) as BridgeCall[]
  /** What would be taken of the console. */
  const right: Partial<Record<BridgeCall, unknown[]>> = {
    openWindow: ['lot'],
    printTo: [order],
    showBadge: [2],
    notify: ['a title', 'a text'],
    autostartSet: [true],
    updatesSet: [preferences],
  }

  it.each(calls)('%s is refused to anyone but the console', async (call) => {
    await expect(runBridgeCall(undefined, call, right[call] ?? [])).rejects.toThrow('refused')
  })

  it.each([
    ['openDataFolder', ['/etc']],
    ['openWindow', []],
    ['openWindow', ['settings']],
    ['openWindow', ['lot', 'https://evil.example/']],
    ['printPage', [{ silent: true }]],
    ['printersGet', ['all of them']],
    ['printTo', []],
    ['printTo', [{ ...order, printer: '' }]],
    ['printTo', [{ ...order, height_mm: 0 }]],
    ['printTo', [{ ...order, width_mm: Infinity }]],
    ['printTo', [{ ...order, copies: 1000 }]],
    ['showBadge', [-1]],
    ['showBadge', [1.5]],
    ['showBadge', ['9']],
    ['notify', ['only a title']],
    ['notify', ['x'.repeat(81), 'too long a title']],
    ['notify', ['title', 'x'.repeat(301)]],
    ['notify', ['title', { html: '<b>' }]],
    ['autostartGet', [1]],
    ['autostartSet', []],
    ['autostartSet', ['true']],
    ['autostartSet', [1]],
    ['autostartSet', [true, true]],
    ['autostartSet', [null]],
    ['updatesGet', ['all of it']],
    ['updatesSet', []],
    ['updatesSet', [{ check: true }]],
    ['updatesSet', [{ check: true, channel: 'nightly' }]],
    ['updatesSet', [{ check: true, channel: 'stable', url: 'https://evil.example/' }]],
    ['updatesCheck', ['https://evil.example/']],
    ['updatesInstall', ['/tmp/other.AppImage']],
    ['updatesRead', [true]],
  ] as const)('%s refuses the arguments %j', async (call, args) => {
    const these = handlers()
    await expect(runBridgeCall(these, call, args)).rejects.toThrow('arguments')
    expect(these[call]).not.toHaveBeenCalled()
  })

  it('runs for the console and answers what the handler answers', async () => {
    const these = handlers()
    await expect(runBridgeCall(these, 'autostartSet', [true])).resolves.toBe(true)
    expect(these.autostartSet).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('has one channel and one schema for each', () => {
    expect(Object.keys(bridgeArguments).toSorted()).toEqual(calls.toSorted())
    expect(new Set(Object.values(bridgeChannels)).size).toBe(calls.length)
  })
})
