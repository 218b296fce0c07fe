import { dialog } from 'electron'
import { type PortInUseError, SettingsError, StoreOpenError } from '../../src-server/index.ts'
import { log } from '../log.ts'
import { portHolder } from '../ports/port-holder.ts'
import { desktopTexts } from '../desktop-texts.ts'
import { productName } from '../texts.ts'

/** Asks a question with two answers; the first is what the return key chooses, the second what escape does. */
async function choose(
  type: 'warning' | 'question' | 'info',
  message: string,
  detail: string,
  buttons: [string, string],
) {
  const { response } = await dialog.showMessageBox({
    type,
    title: productName,
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** Explains that a port is taken, and by whom; true when this free one may be used in its place. */
export async function offerFreePort(error: PortInUseError, free: number): Promise<boolean> {
  const holder = await portHolder(error.port)
  log(`${error.message}: ${holder === undefined ? 'which one is not known' : `${holder.program}, ${holder.pid}`}`)
  const { portInUse, quit } = await desktopTexts()
  const { title, heldBy, advice, usePort } = portInUse
  return choose('warning', title(error), `${heldBy(holder)}\n\n${advice(error, free)}`, [usePort(free), quit])
}

/** Asks whether to quit though kiosks are connected; true to quit. */
export async function confirmQuit(connectedKiosks: number): Promise<boolean> {
  const { quitWithKiosks, quit } = await desktopTexts()
  const { title, advice, stay } = quitWithKiosks
  return !(await choose('warning', title(connectedKiosks), advice, [stay, quit]))
}

/** Says that there is no tray; true to minimise, false to quit. */
export async function explainMissingTray(): Promise<boolean> {
  const { noTray, quit } = await desktopTexts()
  const { title, advice, minimise } = noTray
  return choose('info', title, advice, [minimise, quit])
}

/** Says that the console's page keeps failing; true to load it again, false to quit. */
export async function offerReload(): Promise<boolean> {
  const { keepsFailing, quit } = await desktopTexts()
  const { title, advice, reload } = keepsFailing
  return choose('warning', title, advice, [reload, quit])
}

/** Says why Kerbside cannot start, and waits until it was read. */
export async function explainStartFailure(error: unknown, dataDir: string | undefined): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error)
  const texts = await desktopTexts()
  const isSetting = error instanceof SettingsError
  const { title } = isSetting ? texts.settingRefused : texts.cannotStart
  const advice = isSetting
    ? texts.settingRefused.advice
    : dataDir === undefined
      ? ''
      : texts.cannotStart.advice(dataDir)
  log(`${title}: ${reason}`)
  const foreseen = isSetting || error instanceof StoreOpenError
  if (!foreseen && error instanceof Error && error.stack !== undefined) log(error.stack)
  await dialog.showMessageBox({
    type: 'error',
    title: productName,
    message: title,
    detail: advice === '' ? reason : `${reason}\n\n${advice}`,
    buttons: [texts.quit],
    noLink: true,
  })
}
