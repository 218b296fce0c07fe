import { app } from 'electron'
import { builtPlaces, desktopFolder } from './lifecycle/places.ts'
import { runKerbside } from './lifecycle/run.ts'
import { registerAppScheme } from './protocol/app-protocol.ts'

// For the tool that compiles the program ahead (tools/package/compile-ahead): it runs the part that makes a start slow.
export { readSettings, startServer } from '../src-server/index.ts'

/**
 * Runs the application. To be called before Electron is ready.
 * @param mainDir the folder of the built main program
 */
export function runApplication(mainDir: string): void {
  registerAppScheme()
  app.setPath('userData', desktopFolder(process.env, app.getPath('userData')))

  if (app.requestSingleInstanceLock()) {
    runKerbside(builtPlaces(mainDir))
  } else {
    // The Kerbside that already runs has been told, and shows its window.
    app.quit()
  }
}
