import * as v from 'valibot'
import type { BridgeCall } from '../../src-shared/desktop/bridge-channels.ts'
import { type InstallAnswer, UpdatePreferences, type UpdateView } from '../../src-shared/desktop/updates.ts'

/** What each call of the bridge takes, one schema a row. Everything that a page sends is `unknown` until one of these has read it. */
export const bridgeArguments = {
  openDataFolder: v.strictTuple([]),
  printPage: v.strictTuple([]),
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
  printPage: undefined
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
 * @param fromConsole whether the sender was found to be the console
 * @throws Error when the sender is not the console or the arguments are not what the call takes; the page sees it as a rejection
 */
export async function runBridgeCall<C extends BridgeCall>(
  handlers: BridgeHandlers,
  call: C,
  fromConsole: boolean,
  args: readonly unknown[],
): Promise<BridgeResults[C]> {
  if (!fromConsole) throw new Error(`${call}: refused, the caller is not the console`)
  const parsed = v.safeParse(bridgeArguments[call], args)
  if (!parsed.success) throw new Error(`${call}: refused, the arguments are not what it takes`)
  const handler = handlers[call] as (...given: readonly unknown[]) => Promise<BridgeResults[C]>
  return handler(...parsed.output)
}
