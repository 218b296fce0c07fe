import { ipcMain, type WebContents } from 'electron'
import { type BridgeCall, bridgeChannels } from '../../src-shared/desktop/bridge-channels.ts'
import { log } from '../log.ts'
import { type BridgeHandlers, runBridgeCall } from './bridge-calls.ts'
import { isConsoleFrame } from './sender-check.ts'

/**
 * Answers the bridge's calls, for the console's pages only.
 * @param handlersFor what the calls of one of these pages do
 */
export function answerBridge(
  handlersFor: (page: WebContents) => BridgeHandlers,
  consolePages: () => readonly WebContents[],
): void {
  for (const call of Object.keys(bridgeChannels) as BridgeCall[]) {
    ipcMain.handle(bridgeChannels[call], async (event, ...args: unknown[]) => {
      const page = consolePages().find(({ mainFrame }) => isConsoleFrame(event.senderFrame, mainFrame))
      if (page === undefined) log(`refused ${call} to ${event.senderFrame?.url ?? 'a frame that is gone'}`)
      return runBridgeCall(page && handlersFor(page), call, args)
    })
  }
}
