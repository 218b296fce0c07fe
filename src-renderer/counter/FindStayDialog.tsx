import { useId, useState } from 'react'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { OptionList, useOptions } from '../search/OptionList.tsx'
import { maxSearchLength, useSearch } from '../search/use-search.ts'

interface FindStayDialogProps {
  readonly text: string
  readonly onFound: (stay: Stay) => void
  readonly onClose: () => void
}

/** Which car leaves: its plate or ticket, or a part of it; Enter takes the best match. */
export function FindStayDialog({ text: first, onFound, onClose }: FindStayDialogProps) {
  const t = useT()
  const listId = useId()
  const [text, setText] = useState(first)
  const { matches, isSettled, resource } = useSearch(text)
  const parked = matches.flatMap(({ match, stay }) => (stay?.state === 'parked' ? [{ match, stay }] : []))
  const groups = [
    {
      name: t('counter.exit.parked'),
      options: parked.map(({ match, stay }) => ({
        id: stay.id,
        content: <StayOption stay={stay} isNear={match === 'near'} />,
        run: () => onFound(stay),
      })),
    },
  ].filter(({ options }) => options.length > 0)
  // What is found takes this dialog's place, so it is not shut first.
  const { active, onKeyDown, choose } = useOptions(groups, isSettled, stayOpen)
  const isMissing = text.trim().length >= 2 && isSettled && parked.length === 0 && resource.is !== 'failed'
  return (
    <Dialog title={t('counter.exit.title')} onClose={onClose}>
      <div className="palette">
        <input
          className="input input--plate"
          role="combobox"
          aria-label={t('counter.exit.find')}
          aria-expanded={groups.length > 0}
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={maxSearchLength}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="field__hint">{t('counter.exit.findHint')}</p>
        <p className="visually-hidden" role="status">
          {text.trim() === '' || !isSettled ? '' : t('search.count', { count: parked.length })}
        </p>
        {resource.is === 'failed' && <FailureNote failure={resource.failure} />}
        <OptionList id={listId} name={t('counter.exit.parked')} groups={groups} active={active} onChoose={choose} />
        {isMissing && <p className="note note--warning">{t('counter.exit.none')}</p>}
      </div>
    </Dialog>
  )
}

function stayOpen() {
  // The next step shuts it.
}

function StayOption({ stay, isNear }: { stay: Stay; isNear: boolean }) {
  const t = useT()
  const at = useSiteTime()
  return (
    <>
      <Plate plate={stay.plate} />
      <span className="palette__words tabular">
        {t('search.stay', { bay: stay.bay.label, time: at(stay.entered_at), ticket: stay.ticket })}
      </span>
      {isNear && <span className="palette__near">{t('search.near')}</span>}
    </>
  )
}
