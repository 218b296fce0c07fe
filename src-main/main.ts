import { app } from 'electron'
import { builtPlaces, desktopFolder } from './lifecycle/places.ts'
import { runKerbside } from './lifecycle/run.ts'
import { registerAppScheme } from './protocol/app-protocol.ts'

// All of this must come before Electron is ready.
registerAppScheme()
app.setPath('userData', desktopFolder(process.env, app.getPath('userData')))

if (app.requestSingleInstanceLock()) {
  runKerbside(builtPlaces(import.meta.dirname))
} else {
  // The Kerbside that already runs has been told, and shows its window.
  app.quit()
}
