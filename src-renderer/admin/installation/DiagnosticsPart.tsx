import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { saveFile } from '../../reports/download.ts'

/** A file for whoever helps when something is wrong. */
export function DiagnosticsPart() {
  const t = useT()
  const { task, run } = useTask()
  const save = () => run(async () => saveFile(await api.call('GET /api/v1/admin/diagnostics'), 'application/json'))
  return (
    <section className="admin-part" aria-labelledby="diagnostics">
      <h2 id="diagnostics">{t('admin.diagnostics.title')}</h2>
      <p>{t('admin.diagnostics.text')}</p>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <div>
        <Button data-command="settings.diagnostics" busy={task.is === 'busy'} onClick={() => void save()}>
          {t('admin.diagnostics.save')}
        </Button>
      </div>
    </section>
  )
}
