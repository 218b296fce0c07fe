import * as v from 'valibot'
import type { BridgeCall } from '../../src-shared/desktop/bridge-channels.ts'
import { OwnScreen } from '../../src-shared/desktop/own-windows.ts'
import { type PrintAnswer, type Printer, PrintOrder } from '../../src-shared/desktop/printing.ts'
import { type InstallAnswer, UpdatePreferences, type UpdateView } from '../../src-shared/desktop/updates.ts'

/** What each call of the bridge takes, one schema a row. Everything that a page sends is `unknown` until one of these has read it. */
export const bridgeArguments = {
  openDataFolder: v.strictTuple([]),
  openWindow: v.strictTuple([OwnScreen]),
  printPage: v.strictTuple([]),
  printersGet: v.strictTuple([]),
  printTo: v.strictTuple([PrintOrder]),
  showBadge: v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))]),
  notify: v.strictTuple([v.pipe(v.string(), v.maxLength(80)), v.pipe(v.string(), v.maxLength(300))]),
  autostartGet: v.strictTuple([]),
  autostartSet: v.strictTuple([v.boolean()]),
  updatesGet: v.strictTuple([]),
  updatesSet: v.strictTuple([UpdatePreferences]),
  updatesCheck: v.strictTuple([]),
  updatesInstall: v.strictTuple([]),
  updatesRead: v.strictTuple([]),
} as const satisfies Record<BridgeCall, v.GenericSchema<unknown[]>>

export type BridgeArguments<C extends BridgeCall> = v.InferOutput<(typeof bridgeArguments)[C]>

/** What each call answers. */
export interface BridgeResults {
  openDataFolder: undefined
  openWindow: undefined
  printPage: undefined
  printersGet: readonly Printer[]
  printTo: PrintAnswer
  showBadge: undefined
  notify: undefined
  autostartGet: boolean
  autostartSet: boolean
  updatesGet: UpdateView
  updatesSet: UpdateView
  updatesCheck: UpdateView
  updatesInstall: InstallAnswer
  updatesRead: UpdateView
}

/** One function a call; the arguments follow from the name. */
export type BridgeHandlers = {
  readonly [C in BridgeCall]: (...args: BridgeArguments<C>) => Promise<BridgeResults[C]>
}

/**
 * Runs a call for whoever sent it.
 * @param handlers what the calls of this sender do; undefined when it was not found to be the console
 * @throws Error when the sender is not the console or the arguments are not what the call takes; the page sees it as a rejection
 */
export async function runBridgeCall<C extends BridgeCall>(
  handlers: BridgeHandlers | undefined,
  call: C,
  args: readonly unknown[],
): Promise<BridgeResults[C]> {
  if (handlers === undefined) throw new Error(`${call}: refused, the caller is not the console`)
  const parsed = v.safeParse(bridgeArguments[call], args)
  if (!parsed.success) throw new Error(`${call}: refused, the arguments are not what it takes`)
  const handler = handlers[call] as (...given: readonly unknown[]) => Promise<BridgeResults[C]>
  return handler(...parsed.output)
}
