import { BrowserWindow, nativeImage, nativeTheme, screen, type Session } from 'electron'
import { bridgeFacts } from '../../src-shared/desktop/bridge-channels.ts'
import { type OwnScreen, ownWindowAddress } from '../../src-shared/desktop/own-windows.ts'
import icon from '../icons/linux/256x256.png?inline'
import { consoleOrigin } from '../security/console-origin.ts'
import { sandboxedPage } from '../security/window-policy.ts'
import { productName } from '../texts.ts'
import { minimumSize, openingBeside, openingOf, readWindowState, writeWindowState } from './window-bounds.ts'

export interface ConsoleWindowOptions {
  /** The one screen that it shows; absent for the whole console. */
  readonly screen?: OwnScreen
  readonly session: Session
  readonly preload: string
  /** The file that keeps where the window was. */
  readonly stateFile: string
  readonly facts: { readonly staffUrl: string; readonly publicUrl: string; readonly version: string }
  readonly devTools: boolean
}

/** What is seen before the first paint: the console's own ground (`--color-ground` of its tokens), so that nothing flashes. */
const ground = { light: '#f5f6f4', dark: '#12161b' } as const

/**
 * Opens a window of the console. It appears when its first paint is ready.
 * @param beside a window that is there already: one that opens for the first time takes another display, where there is one
 */
export function openConsoleWindow(options: ConsoleWindowOptions, beside?: BrowserWindow): BrowserWindow {
  const { facts } = options
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const saved = readWindowState(options.stateFile)
  const opening =
    saved === undefined && beside !== undefined
      ? openingBeside(screen.getDisplayMatching(beside.getBounds()).workArea, displays)
      : openingOf(saved, displays)
  const window = new BrowserWindow({
    title: productName,
    width: opening.width,
    height: opening.height,
    ...opening.position,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    icon: nativeImage.createFromDataURL(icon),
    webPreferences: {
      ...sandboxedPage,
      session: options.session,
      preload: options.preload,
      devTools: options.devTools,
      // Of a window in the background too the clock and the live bookings must be right when someone looks at it.
      backgroundThrottling: false,
      // What needs attention is heard also before anybody has touched the window.
      autoplayPolicy: 'no-user-gesture-required',
      additionalArguments: [
        bridgeFacts.staffUrl + facts.staffUrl,
        bridgeFacts.publicUrl + facts.publicUrl,
        bridgeFacts.version + facts.version,
      ],
    },
  })
  if (opening.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepState(window, options.stateFile))
  // A failure shows in the window and in the log of the protocol; there is nobody to hand it to.
  const address = options.screen === undefined ? '' : ownWindowAddress(options.screen)
  window.loadURL(`${consoleOrigin}/${address}`).catch(() => undefined)
  return window
}

function keepState(window: BrowserWindow, file: string): void {
  writeWindowState(file, { ...window.getNormalBounds(), maximised: window.isMaximized() })
}

/** Brings a window to the front, from wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
