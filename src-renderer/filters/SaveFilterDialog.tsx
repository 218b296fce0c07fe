import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import * as v from 'valibot'
import {
  MOST_SAVED_FILTERS,
  NewSavedFilter,
  type FilteredScreen,
  type SavedFilter,
} from '../../src-shared/api/saved-filter-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { FilterNameField, nameFault } from './FilterNameField.tsx'
import { countedFrom, datesOf, hasMore, narrowingOf } from './narrowing.ts'

interface SaveFilterDialogProps {
  readonly screen: FilteredScreen
  readonly query: string
  /** The server's day, YYYY-MM-DD. */
  readonly today: string
  /** What is saved for the screen already. */
  readonly others: readonly SavedFilter[]
  readonly onSaved: (filter: SavedFilter) => void
  readonly onClose: () => void
}

export function SaveFilterDialog({ screen, query, today, others, onSaved, onClose }: SaveFilterDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [name, setName] = useState('')
  const [isDefault, setIsDefault] = useState(false)
  const [isMoving, setIsMoving] = useState(true)
  const [isTried, setIsTried] = useState(false)
  const fault = nameFault(name, others)
  const isFull = others.length >= MOST_SAVED_FILTERS
  const narrowing = narrowingOf(screen, query)
  const dates = datesOf(narrowing)
  const submit = () => {
    setIsTried(true)
    if (fault !== undefined || isFull) return
    const narrowed = isMoving ? countedFrom(today, narrowing) : narrowing
    void run(async () => {
      const body = v.parse(NewSavedFilter, { screen, name, narrowed, is_default: isDefault })
      const saved = await api.call('POST /api/v1/saved-filters', { body })
      toast.success(t('filters.saved', { name: saved.name }))
      onSaved(saved)
      onClose()
    })
  }
  return (
    <Dialog
      title={t('filters.saveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="save-filter" busy={task.is === 'busy'} aria-disabled={isFull}>
            {t('filters.save')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        id="save-filter"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {isFull && <p className="note note--warning">{t('filters.tooMany', { most: MOST_SAVED_FILTERS })}</p>}
        <FilterNameField name={name} fault={isTried ? fault : undefined} onName={setName} />
        {dates.length > 0 && <DaysChoice dates={dates} isMoving={isMoving} onMoving={setIsMoving} />}
        <label className="check">
          <input type="checkbox" checked={isDefault} onChange={({ target }) => setIsDefault(target.checked)} />
          {t('filters.open')}
        </label>
        {hasMore(screen, query) && <p className="note">{t('filters.searchLeft')}</p>}
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
  )
}

interface DaysChoiceProps {
  readonly dates: readonly string[]
  readonly isMoving: boolean
  readonly onMoving: (isMoving: boolean) => void
}

/** Days that were picked by their dates mean those dates, or as many days ago. */
function DaysChoice({ dates, isMoving, onMoving }: DaysChoiceProps) {
  const t = useT()
  const [from = '', to = from] = dates.map((date) => formatCalendarDate(date, t.language))
  const stay = from === to ? from : t('report.days', { from, to })
  return (
    <fieldset className="filter-days">
      <legend>{t('filters.days')}</legend>
      {([true, false] as const).map((moves) => (
        <label key={String(moves)} className="check">
          <input type="radio" name="filter-days" checked={isMoving === moves} onChange={() => onMoving(moves)} />
          {moves ? t('filters.daysMove') : t('filters.daysStay', { days: stay })}
        </label>
      ))}
    </fieldset>
  )
}
