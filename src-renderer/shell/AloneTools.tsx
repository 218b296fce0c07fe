import type { OwnScreen } from '../../src-shared/desktop/own-windows.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { lockConsole } from '../sign-in/session-store.ts'
import { hrefOf, type Screen } from './hash-route.ts'
import { screens } from './screens.tsx'

interface AloneToolsProps {
  readonly user: User
  /** What this window is for. */
  readonly home: OwnScreen
  /** What a link has led to. */
  readonly screen: Screen
}

/** What a window without the navigation keeps of it: the way back to its screen, who is here, and the lock. */
export function AloneTools({ user, home, screen }: AloneToolsProps) {
  const t = useT()
  return (
    <div className="header__alone">
      {screen !== home && <a href={hrefOf(home)}>{t('shell.backTo', { screen: t(screens[home].title) })}</a>}
      <span className="header__user">
        {t('console.user', { name: user.name, role: t(`console.role.${user.role}`) })}
      </span>
      <Button data-command="lock" look="quiet" onClick={lockConsole} aria-keyshortcuts="L">
        {t('console.lock')}
      </Button>
    </div>
  )
}
