import { ipcMain, type WebContents } from 'electron'
import { type BridgeCall, bridgeChannels } from '../../src-shared/desktop/bridge-channels.ts'
import { log } from '../log.ts'
import { type BridgeHandlers, runBridgeCall } from './bridge-calls.ts'
import { isConsoleFrame } from './sender-check.ts'

/** Answers the bridge's calls, for the console's page only. */
export function answerBridge(handlers: BridgeHandlers, consolePage: () => WebContents | undefined): void {
  for (const call of Object.keys(bridgeChannels) as BridgeCall[]) {
    ipcMain.handle(bridgeChannels[call], async (event, ...args: unknown[]) => {
      const fromConsole = isConsoleFrame(event.senderFrame, consolePage()?.mainFrame)
      if (!fromConsole) log(`refused ${call} to ${event.senderFrame?.url ?? 'a frame that is gone'}`)
      return runBridgeCall(handlers, call, fromConsole, args)
    })
  }
}
