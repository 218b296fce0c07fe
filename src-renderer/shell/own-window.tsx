import { type OwnScreen, ownScreenOf, ownWindowAddress } from '../../src-shared/desktop/own-windows.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { desktop } from '../bridge.ts'
import { Button } from '../controls/Button.tsx'

/** The screen that this page was opened for, without the navigation; undefined where it is the whole console. */
export const aloneScreen: OwnScreen | undefined = ownScreenOf(location.search)

/** The way to have a screen in a window of its own, for a second display. In a browser it is a link, to be opened as one likes. */
export function OwnWindow({ screen }: { screen: OwnScreen }) {
  const t = useT()
  if (aloneScreen !== undefined) return null
  if (desktop === undefined) {
    return (
      <a
        className="button"
        data-command={`window.${screen}`}
        href={ownWindowAddress(screen)}
        target="_blank"
        rel="noopener"
      >
        {t('shell.ownWindow')}
      </a>
    )
  }
  return (
    <Button data-command={`window.${screen}`} onClick={() => void desktop?.openWindow(screen)}>
      {t('shell.ownWindow')}
    </Button>
  )
}
