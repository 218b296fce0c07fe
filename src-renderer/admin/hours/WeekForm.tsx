import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminHours } from '../../../src-shared/api/admin-schemas.ts'
import type { OpeningHours } from '../../../src-shared/api/site-schemas.ts'
import { hoursProblems } from '../../../src-shared/opening/hours-problems.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useSettled } from '../../connection/use-settled.ts'
import { useResource } from '../../connection/use-resource.ts'
import { useTask } from '../../connection/use-task.ts'
import { SaveBar } from '../form/SaveBar.tsx'
import { Stranded } from '../form/Stranded.tsx'
import { useDraft } from '../form/use-draft.ts'
import { kinds } from './hours-form.ts'
import { Week } from './Week.tsx'

/** How long to wait after a keystroke before asking whom it concerns, in ms. */
const PAUSE_MS = 500

export function WeekForm({ read }: { read: AdminHours }) {
  const t = useT()
  const { task, run, clear } = useTask()
  const draft = useDraft(read.hours)
  const [version, setVersion] = useState(read.version)
  const problems = hoursProblems(draft.value)
  const show = (next: AdminHours) => {
    draft.reset(next.hours)
    setVersion(next.version)
    clear()
  }
  if (read.version !== version && !draft.dirty) show(read)
  const save = () => {
    if (problems.length > 0) return
    void run(async () => {
      show(await api.call('PUT /api/v1/admin/opening-hours', { body: { version, hours: [...draft.value] } }))
      toast.success(t('admin.hours.saved'))
    })
  }
  return (
    <form
      className="form admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="weeks">
        {kinds.map((kind) => (
          <Week key={kind} kind={kind} hours={draft.value} problems={problems} onHours={draft.change} />
        ))}
      </div>
      {problems.length === 0 && <Outside hours={draft.value} read={read} dirty={draft.dirty} />}
      {problems.length > 0 && <p className="field__fault">{t('admin.hours.problems', { count: problems.length })}</p>}
      <SaveBar dirty={draft.dirty} task={task} onSave={save} onDiscard={() => show(read)} />
      <button type="submit" hidden />
    </form>
  )
}

/** Whom the hours as they are typed would leave outside. */
function Outside({ hours, read, dirty }: { hours: OpeningHours[]; read: AdminHours; dirty: boolean }) {
  const settled = useSettled(hours, PAUSE_MS)
  const { resource } = useResource({
    key: `stranded ${JSON.stringify(settled)}`,
    load: () => api.call('POST /api/v1/admin/opening-hours/check', { body: { hours: settled } }),
  })
  const checked = 'value' in resource ? resource.value.stranded : read.stranded
  return <Stranded bookings={dirty ? checked : read.stranded} />
}
