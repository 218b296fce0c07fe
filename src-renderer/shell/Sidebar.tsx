import { useEffect, useRef, useState } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { wordsOf } from '../connection/failure.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { lockConsole, signOut } from '../sign-in/session-store.ts'
import { DisplayDialog } from './DisplayDialog.tsx'
import { hrefOf, type Screen } from './hash-route.ts'
import { screenGroups, screens, screensOf } from './screens.tsx'
import { digitOf } from './shortcut-table.ts'

interface SidebarProps {
  readonly user: User
  readonly screen: Screen
  /** On a narrow window it is there only while its menu is open; on a wide one always. */
  readonly isOpen: boolean
  readonly onShortcuts: () => void
  readonly onLeave: () => void
}

/** Every screen, by whose work it is, and below them the person and this computer. */
export function Sidebar({ user, screen, isOpen, onShortcuts, onLeave }: SidebarProps) {
  return (
    <div className="sidebar" id="sidebar" data-open={isOpen}>
      <Navigation user={user} screen={screen} onLeave={onLeave} />
      <Person user={user} onShortcuts={onShortcuts} />
    </div>
  )
}

function Navigation({ user, screen, onLeave }: Pick<SidebarProps, 'user' | 'screen' | 'onLeave'>) {
  const t = useT()
  const mine = screensOf(user.role)
  const list = useRef<HTMLElement>(null)
  // Keys and links elsewhere lead to screens whose line the window is too low for.
  useEffect(() => {
    // In braces: some browsers answer with a promise, which React would take for a clean-up.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [screen])
  return (
    <nav className="navigation" aria-label={t('console.nav')} ref={list}>
      {screenGroups.map((group) => {
        const listed = mine.filter((name) => screens[name].group === group)
        if (listed.length === 0) return null
        return (
          <div key={group}>
            <p className="navigation__group" id={`navigation-${group}`}>
              {t(`shell.group.${group}`)}
            </p>
            <ul className="navigation__list" aria-labelledby={`navigation-${group}`}>
              {listed.map((to) => (
                <li key={to}>
                  <a
                    className="navigation__link"
                    href={hrefOf(to)}
                    aria-current={to === screen ? 'page' : undefined}
                    onClick={onLeave}
                  >
                    {t(screens[to].title)}
                    <kbd aria-hidden="true">{digitOf(mine.indexOf(to))}</kbd>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function Person({ user, onShortcuts }: { user: User; onShortcuts: () => void }) {
  const t = useT()
  const { task, run } = useTask()
  const [showDisplay, setShowDisplay] = useState(false)
  return (
    <section className="sidebar__person" aria-label={t('shell.person')}>
      <p className="sidebar__user">{t('console.user', { name: user.name, role: t(`console.role.${user.role}`) })}</p>
      <Button data-command="shell.shortcuts" look="quiet" onClick={onShortcuts} aria-keyshortcuts="?">
        {t('console.shortcuts')}
      </Button>
      <Button data-command="shell.display" look="quiet" onClick={() => setShowDisplay(true)}>
        {t('console.display')}
      </Button>
      <Button data-command="lock" look="quiet" onClick={lockConsole} aria-keyshortcuts="L">
        {t('console.lock')}
      </Button>
      <Button data-command="shell.signOut" look="quiet" busy={task.is === 'busy'} onClick={() => void run(signOut)}>
        {t('console.signOut')}
      </Button>
      {task.is === 'failed' && (
        <p className="sidebar__failure" role="alert">
          {wordsOf(task.failure, t)}
        </p>
      )}
      {showDisplay && <DisplayDialog onClose={() => setShowDisplay(false)} />}
    </section>
  )
}
