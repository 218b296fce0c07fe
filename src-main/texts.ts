import type { PortInUseError } from '../src-server/index.ts'
import type { PortHolder } from './ports/holder.ts'
import type { Translator } from '../src-shared/i18n/translate.ts'

export const productName = 'Kerbside'

export type DesktopTexts = ReturnType<typeof textsIn>

/** Everything that the desktop itself says to a person; what the console says is the console's. */
export function textsIn(t: Translator) {
  return {
    quit: t('desktop.quit'),
    openConsole: t('desktop.openConsole'),
    openDataFolder: t('desktop.openDataFolder'),
    print: t('desktop.print'),
    copyKioskAddress: (url: string) => t('desktop.copyKioskAddress', { url }),
    trayTip: (url: string) => t('desktop.trayTip', { url }),
    needsAttention: (count: number) => t('desktop.needsAttention', { count }),
    settingRefused: { title: t('desktop.settingRefused.title'), advice: t('desktop.settingRefused.advice') },
    cannotStart: {
      title: t('desktop.cannotStart.title'),
      advice: (folder: string) => t('desktop.cannotStart.advice', { folder }),
    },
    portInUse: {
      // As text: a port is a name, and no number to group by thousands.
      title: ({ port }: PortInUseError) => t('desktop.portInUse.title', { port: String(port) }),
      heldBy: (holder: PortHolder | undefined) =>
        holder === undefined
          ? t('desktop.portInUse.heldByUnknown')
          : t('desktop.portInUse.heldBy', { program: holder.program, pid: String(holder.pid) }),
      advice: ({ port, setting }: PortInUseError, free: number) =>
        t(setting === 'KERBSIDE_PORT' ? 'desktop.portInUse.kiosks' : 'desktop.portInUse.staff', {
          port: String(port),
          free: String(free),
        }),
      usePort: (free: number) => t('desktop.portInUse.usePort', { free: String(free) }),
    },
    quitWithKiosks: {
      title: (kiosks: number) => t('desktop.quitWithKiosks.title', { kiosks }),
      advice: t('desktop.quitWithKiosks.advice'),
      stay: t('desktop.quitWithKiosks.stay'),
    },
    noTray: {
      title: t('desktop.noTray.title'),
      advice: t('desktop.noTray.advice'),
      minimise: t('desktop.noTray.minimise'),
    },
    keepsFailing: {
      title: t('desktop.keepsFailing.title'),
      advice: t('desktop.keepsFailing.advice'),
      reload: t('desktop.keepsFailing.reload'),
    },
  }
}
