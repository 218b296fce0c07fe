import { useState } from 'react'
import type { Closure } from '../../../src-shared/api/admin-schemas.ts'
import { formatCalendarDate } from '../../../src-shared/format/site-time.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { offerUndo } from '../../undo/undo.tsx'
import { NewClosureDialog } from './NewClosureDialog.tsx'

/** Days on which the weekly hours do not hold. */
export function Closures() {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const [leaving, setLeaving] = useState<Closure | null>(null)
  const { resource, refresh } = useResource({
    key: 'admin-closures',
    load: () => api.call('GET /api/v1/admin/closures'),
    refreshOn: (news) => news.type === 'site_changed' && news.area === 'hours',
  })
  return (
    <section className="admin-part" aria-labelledby="closures">
      <div className="screen__head">
        <h2 id="closures">{t('admin.closures.title')}</h2>
        <Button data-command="closures.add" onClick={() => setIsAdding(true)}>
          {t('admin.closures.add')}
        </Button>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ closures }) =>
          closures.length === 0 ? (
            <EmptyState title={t('admin.closures.empty')} hint={t('admin.closures.emptyHint')} />
          ) : (
            <ClosureList closures={closures} onLeave={setLeaving} />
          )
        }
      </ResourceView>
      {isAdding && <NewClosureDialog onAdded={() => void refresh()} onClose={() => setIsAdding(false)} />}
      {leaving !== null && (
        <ReopenDialog closure={leaving} onDone={() => void refresh()} onClose={() => setLeaving(null)} />
      )}
    </section>
  )
}

function useDays(): (closure: Closure) => string {
  const t = useT()
  return ({ from_date: from, to_date: to }) => {
    const first = formatCalendarDate(from, t.language)
    return from === to ? first : t('admin.closures.range', { first, last: formatCalendarDate(to, t.language) })
  }
}

function ClosureList({ closures, onLeave }: { closures: readonly Closure[]; onLeave: (closure: Closure) => void }) {
  const t = useT()
  const days = useDays()
  return (
    <ul className="admin-list">
      {closures.map((closure) => (
        <li className="admin-list__row" key={closure.id}>
          <strong>{days(closure)}</strong>
          <span>{t(`admin.closures.kind.${closure.kind ?? 'all'}`)}</span>
          <span>{closure.reason}</span>
          <Button
            data-command="closures.remove"
            aria-label={t('admin.closures.removeOf', { days: days(closure), reason: closure.reason })}
            onClick={() => onLeave(closure)}
          >
            {t('admin.closures.remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function ReopenDialog({ closure, onDone, onClose }: { closure: Closure; onDone: () => void; onClose: () => void }) {
  const t = useT()
  const days = useDays()
  const { task, run } = useTask()
  const reopen = async () => {
    await api.call('DELETE /api/v1/admin/closures/{id}', { params: { id: closure.id } })
    const { id: _, ...body } = closure
    offerUndo(t('admin.closures.removed', { days: days(closure) }), () =>
      api.call('POST /api/v1/admin/closures', { body }),
    )
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('admin.closures.askRemove', { days: days(closure) })}
      confirm={t('admin.closures.remove')}
      task={task}
      onConfirm={() => void run(reopen)}
      onClose={onClose}
    >
      <p>{t('admin.closures.askRemoveText')}</p>
    </ConfirmDialog>
  )
}
