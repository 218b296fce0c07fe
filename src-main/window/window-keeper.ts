import { app, type BrowserWindow, type Tray, type WebContents } from 'electron'
import { explainMissingTray, offerReload } from '../lifecycle/dialogs.ts'
import type { QuitFlow } from '../lifecycle/quit-flow.ts'
import { bringToFront } from './console-window.ts'
import { watchRenderer } from './renderer-health.ts'

/** Keeps the one window of the console: opens it, brings it back, and puts it away when it is closed. */
export interface WindowKeeper {
  /** Shows the console, opening a window when there is none. */
  show(): void
  /** The console's page, while there is a window. */
  page(): WebContents | undefined
  /** From now on a closed window goes into this tray. It is held here, because Electron removes the icon of a tray that nobody holds. */
  useTray(tray: Tray): void
}

/** @param open makes the window */
export function createWindowKeeper(open: () => BrowserWindow, quitFlow: QuitFlow): WindowKeeper {
  let window: BrowserWindow | undefined
  let tray: Tray | undefined
  let saidThatThereIsNoTray = false

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
    // Windows ends the session without asking anybody; so do we.
    opened.on('session-end', () => quitFlow.request(false))
    return opened
  }

  const current = () => (window === undefined || window.isDestroyed() ? undefined : window)
  return {
    show() {
      const shown = current()
      if (shown === undefined) window = openWindow()
      else bringToFront(shown)
    },
    page: () => current()?.webContents,
    useTray(given) {
      tray = given
    },
  }
}
