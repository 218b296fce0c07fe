import type { ReactNode, RefObject } from 'react'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { DemoMark } from '../../src-shared/ui/DemoMark.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { HelpCalls } from '../help/HelpCalls.tsx'
import { NoticeButton } from '../notices/NoticeButton.tsx'
import { ShiftMark } from './open-shift.tsx'
import { useSite } from './site.tsx'

interface HeaderProps {
  /** The way to the navigation of a narrow window; absent where there is no navigation. */
  readonly menu: { readonly isOpen: boolean; readonly toggle: () => void } | undefined
  readonly menuButton: RefObject<HTMLButtonElement | null>
  /** What stands there instead of the navigation in a window that shows a screen alone. */
  readonly alone: ReactNode
  readonly onSearch: () => void
}

/** What is the same on every screen: the place, the search, the shift, and the clock always at the right. */
export function Header({ menu, menuButton, alone, onSearch }: HeaderProps) {
  const t = useT()
  const site = useSite()
  return (
    <header className="header">
      {menu !== undefined && (
        <button
          type="button"
          className="button button--plain header__menu"
          ref={menuButton}
          aria-expanded={menu.isOpen}
          aria-controls="sidebar"
          onClick={menu.toggle}
        >
          {t('shell.menu')}
        </button>
      )}
      <div className="header__site">
        <span className="header__name">{site.name}</span>
        {site.demo && <DemoMark />}
      </div>
      <button type="button" className="header__search" aria-keyshortcuts="Control+K /" onClick={onSearch}>
        <SearchSign />
        <span className="header__search-words">{t('shell.search')}</span>
        <kbd aria-hidden="true">{t('shell.searchKey')}</kbd>
      </button>
      {alone}
      <ShiftMark />
      <HelpCalls />
      <NoticeButton />
      <ServerClock compact className="header__clock" />
    </header>
  )
}

function SearchSign() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="M10 10l4.5 4.5" />
    </svg>
  )
}
