import { app } from 'electron'
import { paperLanguage, wordsIn } from '../src-server/index.ts'
import { textsIn, type DesktopTexts } from './texts.ts'

/**
 * What the desktop says, in the first of the system's languages that there are words for: it speaks before anybody has
 * signed in. To be called once Electron is ready.
 */
export async function desktopTexts(): Promise<DesktopTexts> {
  return textsIn(await wordsIn(paperLanguage(app.getPreferredSystemLanguages())))
}
