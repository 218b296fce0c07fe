import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopTexts } from '../texts.ts'

/** The application's menu: the standard entries by their roles, so that the system words and shortcuts apply. */
export function applicationMenu(options: {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly print: () => void
  readonly openDataFolder: () => void
  readonly texts: Pick<DesktopTexts, 'print' | 'openDataFolder'>
}): MenuItemConstructorOptions[] {
  const { platform, packaged, print, openDataFolder, texts } = options
  const separator = { type: 'separator' } as const
  const fileMenu: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: [
      { label: texts.print, accelerator: 'CommandOrControl+P', click: print },
      { label: texts.openDataFolder, click: openDataFolder },
      separator,
      { role: 'close' },
      ...(platform === 'darwin' ? [] : [{ role: 'quit', accelerator: 'CommandOrControl+Q' } as const]),
    ],
  }
  const viewMenu: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      { role: 'reload' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  }
  const appMenu: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [...appMenu, fileMenu, { role: 'editMenu' }, viewMenu, { role: 'windowMenu' }]
}
