import { app, BrowserWindow, nativeImage, type NativeImage, type WebContents } from 'electron'
import type { DesktopTexts } from '../texts.ts'
import { withDot } from './dot.ts'

/** A picture with a dot on it. */
export function dotted(image: NativeImage): NativeImage {
  const { width, height } = image.getSize()
  return nativeImage.createFromBitmap(withDot(image.toBitmap(), width, height), { width, height })
}

const overlaySize = 16

/** Shows on the program's icon how many things need somebody: a number where the system has one, a dot on Windows' task bar. */
export function showBadge(count: number, page: WebContents | undefined, texts: Pick<DesktopTexts, 'needsAttention'>) {
  app.setBadgeCount(count)
  const window = page && BrowserWindow.fromWebContents(page)
  if (process.platform !== 'win32' || !window) return
  const empty = Buffer.alloc(overlaySize * overlaySize * 4)
  const dot = nativeImage.createFromBitmap(withDot(empty, overlaySize, overlaySize), {
    width: overlaySize,
    height: overlaySize,
  })
  window.setOverlayIcon(count === 0 ? null : dot, count === 0 ? '' : texts.needsAttention(count))
}
