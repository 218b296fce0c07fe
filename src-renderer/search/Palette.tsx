import { useId, useState } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { screenCommands, type CommandId } from '../commands/command-table.ts'
import { needsOf, useThings } from '../commands/use-things.tsx'
import { OptionList, useOptions } from './OptionList.tsx'
import { useCommandOptions } from './command-options.tsx'
import { useMatchOptions } from './match-options.tsx'
import { maxSearchLength, useSearch, type Match } from './use-search.ts'
import './search.css'

/** One field for everything: a plate, a ticket, a reference, or what one wants to do. */
export function Palette({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useT()
  const listId = useId()
  const [text, setText] = useState('')
  const { matches, isSettled, resource } = useSearch(text)
  const [asked, setAsked] = useState<CommandId>()
  const ask = (id: CommandId) => {
    setAsked(id)
    setText('')
  }
  const things = useThings(asked, text, bookingsOf(matches))
  const found = [
    { name: t('search.cars'), options: useMatchOptions(matches) },
    ...useCommandOptions(user.role, text, ask),
  ]
  const command = asked === undefined ? undefined : t(screenCommands[asked].words)
  const which = command === undefined ? undefined : t('search.which', { command })
  const groups = (which === undefined ? found : [{ name: which, options: things }]).filter(
    ({ options }) => options.length > 0,
  )
  const { active, onKeyDown, choose } = useOptions(groups, isSettled || matches.length > 0, onClose)
  return (
    <Dialog title={command ?? t('search.title')} size="wide" onClose={onClose}>
      <div className="palette">
        <input
          className="input palette__input"
          role="combobox"
          aria-label={which ?? t('search.label')}
          aria-expanded={groups.length > 0}
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
          aria-autocomplete="list"
          placeholder={which ?? t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={maxSearchLength}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="visually-hidden" role="status">
          {text.trim() === '' || !isSettled ? '' : t('search.count', { count: matches.length })}
        </p>
        {resource.is === 'failed' && <FailureNote failure={resource.failure} />}
        <OptionList id={listId} name={t('search.results')} groups={groups} active={active} onChoose={choose} />
        {groups.length === 0 && isSettled && (
          <p className="palette__none">{t(asked === undefined ? 'search.none' : noneOf(asked, text))}</p>
        )}
      </div>
    </Dialog>
  )
}

function bookingsOf(matches: readonly Match[]) {
  return matches.flatMap(({ booking, match }) => (booking === null ? [] : [{ booking, isNear: match === 'near' }]))
}

function noneOf(asked: CommandId, text: string): MessageKey {
  if (needsOf(asked) !== 'booking') return 'search.nothingToChoose'
  return text.trim() === '' ? 'search.typePlate' : 'search.none'
}
