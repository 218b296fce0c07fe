import type { RefObject } from 'react'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { HelpCalls } from '../help/HelpCalls.tsx'
import { NoticeButton } from '../notices/NoticeButton.tsx'
import { ShiftMark } from './open-shift.tsx'
import { useSite } from './site.tsx'

interface HeaderProps {
  readonly isMenuOpen: boolean
  readonly menuButton: RefObject<HTMLButtonElement | null>
  readonly onMenu: () => void
  readonly onSearch: () => void
}

/** What is the same on every screen: the place, the search, the shift, and the clock always at the right. */
export function Header({ isMenuOpen, menuButton, onMenu, onSearch }: HeaderProps) {
  const t = useT()
  const site = useSite()
  return (
    <header className="header">
      <button
        type="button"
        className="button button--plain header__menu"
        ref={menuButton}
        aria-expanded={isMenuOpen}
        aria-controls="sidebar"
        onClick={onMenu}
      >
        {t('shell.menu')}
      </button>
      <div className="header__site">
        <span className="header__name">{site.name}</span>
        {site.demo && <strong className="demo-mark">{t('common.demo')}</strong>}
      </div>
      <button type="button" className="header__search" aria-keyshortcuts="Control+K /" onClick={onSearch}>
        <SearchSign />
        <span className="header__search-words">{t('shell.search')}</span>
        <kbd aria-hidden="true">{t('shell.searchKey')}</kbd>
      </button>
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
