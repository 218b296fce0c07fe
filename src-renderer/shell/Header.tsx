import { useState } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { wordsOf } from '../connection/failure.ts'
import { Button } from '../controls/Button.tsx'
import { signOut } from '../sign-in/session-store.ts'
import { DisplayDialog } from './DisplayDialog.tsx'
import { hrefOf } from './hash-route.ts'
import { screens, screensOf, type Screen } from './screens.tsx'
import { useSite } from './site.tsx'

interface HeaderProps {
  readonly user: User
  readonly screen: Screen
  readonly onShortcuts: () => void
}

export function Header({ user, screen, onShortcuts }: HeaderProps) {
  const t = useT()
  const site = useSite()
  const { task, run } = useTask()
  const [showDisplay, setShowDisplay] = useState(false)
  return (
    <header className="header">
      <div className="header__row">
        <div className="header__site">
          <span className="header__name">{site.name}</span>
          {site.demo && <strong className="demo-mark">{t('common.demo')}</strong>}
        </div>
        <ServerClock compact className="header__clock" />
      </div>
      <div className="header__row">
        <Navigation user={user} screen={screen} />
        <div className="header__tools">
          <span className="header__user">
            {t('console.user', { name: user.name, role: t(`console.role.${user.role}`) })}
          </span>
          <Button look="quiet" onClick={onShortcuts} aria-keyshortcuts="?">
            {t('console.shortcuts')}
          </Button>
          <Button look="quiet" onClick={() => setShowDisplay(true)}>
            {t('console.display')}
          </Button>
          <Button look="quiet" busy={task.is === 'busy'} onClick={() => void run(signOut)}>
            {t('console.signOut')}
          </Button>
          {task.is === 'failed' && (
            <p className="header__failure" role="alert">
              {wordsOf(task.failure, t)}
            </p>
          )}
        </div>
      </div>
      {showDisplay && <DisplayDialog onClose={() => setShowDisplay(false)} />}
    </header>
  )
}

function Navigation({ user, screen }: { user: User; screen: Screen }) {
  const t = useT()
  return (
    <nav className="navigation" aria-label={t('console.nav')}>
      <ul className="navigation__list">
        {screensOf(user.role).map((to) => (
          <li key={to}>
            <a className="navigation__link" href={hrefOf(to)} aria-current={to === screen ? 'page' : undefined}>
              {t(screens[to].title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
