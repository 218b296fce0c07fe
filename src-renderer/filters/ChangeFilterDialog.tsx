import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { SavedFilter } from '../../src-shared/api/saved-filter-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { offerUndo } from '../undo/undo.tsx'
import { FilterNameField, nameFault } from './FilterNameField.tsx'

interface ChangeFilterDialogProps {
  readonly filter: SavedFilter
  /** All of the screen, this one among them. */
  readonly others: readonly SavedFilter[]
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Renames one's own filter, has the screen open with it, or deletes it, which can be taken back. */
export function ChangeFilterDialog({ filter, others, onChanged, onClose }: ChangeFilterDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [name, setName] = useState(filter.name)
  const [isDefault, setIsDefault] = useState(filter.is_default)
  const [isTried, setIsTried] = useState(false)
  const params = { id: filter.id }
  const fault = nameFault(
    name,
    others.filter(({ id }) => id !== filter.id),
  )
  const act = (work: () => Promise<void>) =>
    run(async () => {
      await work()
      onChanged()
      onClose()
    })
  const submit = () => {
    setIsTried(true)
    if (fault !== undefined) return
    void act(async () => {
      const body = { name: name.trim(), is_default: isDefault }
      await api.call('PATCH /api/v1/saved-filters/{id}', { params, body })
      toast.success(t('filters.saved', { name: body.name }))
    })
  }
  const remove = () =>
    act(async () => {
      await api.call('DELETE /api/v1/saved-filters/{id}', { params })
      const { id: _gone, ...body } = filter
      offerUndo(t('filters.deleted', { name: filter.name }), async () => {
        await api.call('POST /api/v1/saved-filters', { body })
        onChanged()
      })
    })
  return (
    <Dialog
      title={t('filters.changeTitle', { name: filter.name })}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" busy={task.is === 'busy'} onClick={() => void remove()}>
            {t('filters.delete')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="change-filter" busy={task.is === 'busy'}>
            {t('admin.save')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        id="change-filter"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FilterNameField name={name} fault={isTried ? fault : undefined} onName={setName} />
        <label className="check">
          <input type="checkbox" checked={isDefault} onChange={({ target }) => setIsDefault(target.checked)} />
          {t('filters.open')}
        </label>
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
  )
}
