import { clipboard, Menu, nativeImage, Tray } from 'electron'
import { dotted } from '../badge/badge.ts'
import icon1x from '../icons/tray.png?inline'
import icon2x from '../icons/tray@2x.png?inline'
import type { DesktopTexts } from '../texts.ts'

export interface TrayActions {
  openConsole(): void
  openDataFolder(): void
  quit(): void
}

export interface KerbsideTray {
  readonly tray: Tray
  /** Shows how many things need somebody. */
  show(count: number): void
}

/** Puts Kerbside in the tray, where it stays while its window is closed. */
export function showTray(kioskUrl: string, actions: TrayActions, texts: DesktopTexts): KerbsideTray {
  const image = nativeImage.createFromDataURL(icon1x)
  image.addRepresentation({ scaleFactor: 2, dataURL: icon2x })
  const attention = dotted(nativeImage.createFromDataURL(icon1x))
  attention.addRepresentation({ scaleFactor: 2, dataURL: dotted(nativeImage.createFromDataURL(icon2x)).toDataURL() })
  const tray = new Tray(image)
  tray.setToolTip(texts.trayTip(kioskUrl))
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: texts.openConsole, click: actions.openConsole },
      { label: texts.copyKioskAddress(kioskUrl), click: () => void clipboard.writeText(kioskUrl) },
      { label: texts.openDataFolder, click: actions.openDataFolder },
      { type: 'separator' },
      { label: texts.quit, click: actions.quit },
    ]),
  )
  tray.on('click', actions.openConsole)
  return {
    tray,
    show(count) {
      tray.setImage(count === 0 ? image : attention)
      tray.setToolTip(count === 0 ? texts.trayTip(kioskUrl) : texts.needsAttention(count))
    },
  }
}
