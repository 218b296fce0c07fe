import type { OwnScreen } from './own-windows.ts'
import type { PrintAnswer, Printer, PrintOrder } from './printing.ts'
import type { InstallAnswer, UpdatePreferences, UpdateView } from './updates.ts'

/**
 * What the desktop's preload script gives the console page as `window.kerbside`: only what a page cannot do itself.
 * In a plain browser it is absent, and the console works without it.
 */
export interface DesktopBridge {
  /** Origin of the staff listener, such as `http://127.0.0.1:8001`: where the page's sockets go. */
  readonly staffUrl: string
  /** Origin of the public listener as a tablet on the LAN reaches it. */
  readonly publicUrl: string
  /** The version of Kerbside, such as `0.1.0`. */
  readonly version: string
  /** Shows the folder that holds the booking store. */
  openDataFolder(): Promise<void>
  /** Shows a screen in a window of its own, beside this one. */
  openWindow(screen: OwnScreen): Promise<void>
  /** Opens the system's print dialog for the page as it stands. */
  printPage(): Promise<void>
  /** Printing on a printer that was chosen before, without a dialog. */
  readonly printing: { printers(): Promise<readonly Printer[]>; print(order: PrintOrder): Promise<PrintAnswer> }
  /** Shows on the program's icon how many things need somebody; 0 takes it away. */
  showBadge(count: number): Promise<void>
  /** Tells something by the system's own notifications; pressing it brings the console to the front. Plain text. */
  notify(title: string, body: string): Promise<void>
  /** Whether Kerbside starts with the computer. `set` answers what then holds, which the system may have refused. */
  readonly autostart: { get(): Promise<boolean>; set(on: boolean): Promise<boolean> }
  /** Newer versions of Kerbside. What changes anything is refused to whoever is not signed in as an admin. */
  readonly updates: {
    get(): Promise<UpdateView>
    set(preferences: UpdatePreferences): Promise<UpdateView>
    /** Looks for one now. */
    check(): Promise<UpdateView>
    /** Ends Kerbside, installs the version that is ready, and starts it. Refused while a shift is open. */
    install(): Promise<InstallAnswer>
    /** Somebody has read what is new. */
    read(): Promise<UpdateView>
    /** @returns what ends it */
    follow(listener: (view: UpdateView) => void): () => void
  }
}
