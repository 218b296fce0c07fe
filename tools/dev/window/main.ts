import { runApplication } from '../../../src-main/application.ts'
import { liveConsoleFrom } from './live-console.ts'
import { showLiveConsole } from './live-session.ts'

// What `npm run dev` starts in Electron: the product's own main program, whose windows are shown the page that follows its source.
showLiveConsole(liveConsoleFrom(process.argv))
runApplication(import.meta.dirname)
