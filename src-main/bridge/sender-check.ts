import { isConsoleUrl } from '../security/console-origin.ts'

/** A frame as far as the check looks at it. */
export interface Frame {
  readonly url: string
  /** Stays the same while the frame navigates; Electron gives no two frames the same. */
  readonly frameTreeNodeId: number
}

/**
 * Whether a call on the bridge comes from the console: from the main frame of its window, and while that frame shows the console.
 * @param sender the frame that called, or null when it is gone
 * @param mainFrame the main frame of the console's window, if there is a window
 */
export function isConsoleFrame(sender: Frame | null, mainFrame: Frame | undefined): boolean {
  return sender !== null && sender.frameTreeNodeId === mainFrame?.frameTreeNodeId && isConsoleUrl(sender.url)
}
