import { app, BrowserWindow, type Tray, type WebContents } from 'electron'
import type { OwnScreen } from '../../src-shared/desktop/own-windows.ts'
import { explainMissingTray, offerReload } from '../lifecycle/dialogs.ts'
import type { QuitFlow } from '../lifecycle/quit-flow.ts'
import { bringToFront } from './console-window.ts'
import { watchRenderer } from './renderer-health.ts'

/** Keeps the console's windows: the one that is put away when it is closed, and those that show a screen alone. */
export interface WindowKeeper {
  /** Shows the console, opening a window when there is none. */
  show(): void
  /** Shows a screen in a window of its own, opening it when there is none. */
  showAlone(screen: OwnScreen): void
  /** Opens the windows of single screens that were open when Kerbside ended. */
  reopen(): void
  /** The pages of all its windows, the console's first. */
  pages(): readonly WebContents[]
  /** The page of the window that is in front, or of the console where none is. */
  frontPage(): WebContents | undefined
  /** From now on a closed window goes into this tray. It is held here, because Electron removes the icon of a tray that nobody holds. */
  useTray(tray: Tray): void
}

export interface WindowKeeperOptions {
  /** Makes a window. @param screen the one screen that it shows @param beside the console's own window */
  readonly open: (screen?: OwnScreen, beside?: BrowserWindow) => BrowserWindow
  readonly quitFlow: QuitFlow
  readonly kept: { read(): readonly OwnScreen[]; write(screens: readonly OwnScreen[]): void }
}

export function createWindowKeeper({ open, quitFlow, kept }: WindowKeeperOptions): WindowKeeper {
  let window: BrowserWindow | undefined
  let tray: Tray | undefined
  let saidThatThereIsNoTray = false
  const alone = new Map<OwnScreen, BrowserWindow>()

  function putAway(closing: BrowserWindow): void {
    if (tray !== undefined) return closing.hide()
    if (saidThatThereIsNoTray) return closing.minimize()
    saidThatThereIsNoTray = true
    void explainMissingTray().then((minimise) => {
      if (!minimise) app.quit()
      else if (!closing.isDestroyed()) closing.minimize()
    })
  }

  function openWindow(): BrowserWindow {
    const opened = open()
    watchRenderer(opened, offerReload, () => app.quit())
    opened.on('close', (event) => {
      if (quitFlow.isQuitting()) return
      event.preventDefault()
      putAway(opened)
    })
    endWithSession(opened)
    return opened
  }

  /** Closed by a person it is gone, also at the next start; closed because Kerbside ends it comes back. */
  function openAlone(screen: OwnScreen): void {
    const opened = open(screen, current())
    alone.set(screen, opened)
    // One that fails again and again is closed; the console has it, too.
    watchRenderer(
      opened,
      async () => false,
      () => opened.destroy(),
    )
    opened.on('close', () => {
      if (!quitFlow.isQuitting()) kept.write([...alone.keys()].filter((one) => one !== screen))
    })
    opened.on('closed', () => alone.delete(screen))
    endWithSession(opened)
    kept.write([...alone.keys()])
  }

  /** Windows ends the session without asking anybody; so do we. */
  function endWithSession(opened: BrowserWindow): void {
    opened.on('session-end', () => quitFlow.request(false))
  }

  const current = () => (window === undefined || window.isDestroyed() ? undefined : window)
  const all = () => [current(), ...alone.values()].filter((one) => one !== undefined && !one.isDestroyed())
  return {
    show() {
      const shown = current()
      if (shown === undefined) window = openWindow()
      else bringToFront(shown)
    },
    showAlone(screen) {
      const shown = alone.get(screen)
      if (shown === undefined) openAlone(screen)
      else bringToFront(shown)
    },
    reopen() {
      for (const screen of kept.read()) if (!alone.has(screen)) openAlone(screen)
    },
    pages: () => all().flatMap((one) => (one === undefined ? [] : [one.webContents])),
    frontPage() {
      const front = BrowserWindow.getFocusedWindow()
      return (all().find((one) => one === front) ?? current())?.webContents
    },
    useTray(given) {
      tray = given
    },
  }
}
