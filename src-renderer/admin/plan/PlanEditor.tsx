import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminBay, AdminLayout } from '../../../src-shared/api/admin-schemas.ts'
import { layoutProblems } from '../../../src-shared/lot/layout-problems.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { SaveBar } from '../form/SaveBar.tsx'
import { EditorPlan } from './EditorPlan.tsx'
import { ItemPanel } from './ItemPanel.tsx'
import { planDiff } from './plan-edit.ts'
import { PlanTools } from './PlanTools.tsx'
import { Problems } from './Problems.tsx'
import { usePlan } from './use-plan.ts'
import './plan.css'

/** The plan with its tools, what is wrong with it, and the thing that is selected. */
export function PlanEditor({ read, bays }: { read: AdminLayout; bays: readonly AdminBay[] }) {
  const t = useT()
  const { task, run, clear } = useTask()
  const { state, dispatch, dirty } = usePlan(read.layout)
  const [version, setVersion] = useState(read.version)
  const [zoom, setZoom] = useState(1)
  const { plan, saved, selected } = state
  const ids = bays.map(({ id }) => id)
  const problems = layoutProblems(plan, ids)
  const grave = problems.filter(({ kind }) => kind !== 'unplaced')
  const show = (next: AdminLayout) => {
    dispatch({ do: 'reset', plan: next.layout })
    setVersion(next.version)
    clear()
  }
  if (read.version !== version && !dirty) show(read)
  const save = () => {
    if (grave.length > 0) return
    void run(async () => {
      show(await api.call('PUT /api/v1/lot/layout', { body: { version, layout: plan } }))
      toast.success(t('admin.plan.saved'))
    })
  }
  const diff = planDiff(saved, plan)
  return (
    <div className="plan-editor">
      <PlanTools state={state} dispatch={dispatch} bays={bays} zoom={zoom} onZoom={setZoom} />
      <div className="plan-editor__work">
        <EditorPlan state={state} dispatch={dispatch} bays={bays} problems={problems} zoom={zoom} />
        <div className="plan-editor__side">
          <ItemPanel plan={plan} selected={selected} bays={bays} dispatch={dispatch} />
          <Problems problems={problems} plan={plan} bays={bays} dispatch={dispatch} />
          <p className="field__hint">{t('admin.plan.keys')}</p>
        </div>
      </div>
      <SaveBar
        dirty={dirty}
        task={task}
        summary={grave.length > 0 ? t('admin.plan.mustFix', { count: grave.length }) : t('admin.plan.diff', diff)}
        onSave={save}
        onDiscard={() => show(read)}
      />
    </div>
  )
}
