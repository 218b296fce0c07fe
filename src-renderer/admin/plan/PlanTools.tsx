import * as v from 'valibot'
import { useRef } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { defaultLayout } from '../../../src-shared/lot/default-layout.ts'
import { LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { withFeature } from './plan-edit.ts'
import { readPlanFile, writePlanFile } from './plan-file.ts'
import { classOf } from './Problems.tsx'
import type { PlanAction, PlanState } from './use-plan.ts'

interface PlanToolsProps {
  readonly state: PlanState
  readonly dispatch: (action: PlanAction) => void
  readonly bays: readonly AdminBay[]
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

const features = ['lane', 'entrance', 'exit', 'wall', 'verge', 'wash_hall', 'text'] as const
const zooms = [1, 1.5, 2, 3, 4] as const

export function PlanTools({ state, dispatch, bays, zoom, onZoom }: PlanToolsProps) {
  const t = useT()
  const { plan, past, future } = state
  const step = (by: number) => onZoom(zooms[zooms.findIndex((one) => one === zoom) + by] ?? zoom)
  const arrange = () => {
    const toLay = bays.map((bay) => ({ id: bay.id, label: bay.label, position: bay.position, bayClass: classOf(bay) }))
    // In the form in which it is read, so that the same plan is seen to be the same.
    dispatch({ do: 'edit', plan: v.parse(LotLayout, defaultLayout(toLay)), key: null })
  }
  return (
    <div className="plan-tools" role="toolbar" aria-label={t('admin.plan.tools')}>
      <div className="plan-tools__group">
        <Button aria-disabled={past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
          {t('admin.plan.undo')}
        </Button>
        <Button aria-disabled={future.length === 0} onClick={() => dispatch({ do: 'redo' })}>
          {t('admin.plan.redo')}
        </Button>
        <Button aria-label={t('admin.plan.zoomOut')} aria-disabled={zoom === zooms[0]} onClick={() => step(-1)}>
          −
        </Button>
        <Button aria-label={t('admin.plan.zoomIn')} aria-disabled={zoom === zooms.at(-1)} onClick={() => step(1)}>
          +
        </Button>
      </div>
      <div className="plan-tools__group" role="group" aria-label={t('admin.plan.addFeature')}>
        {features.map((kind) => (
          <Button
            key={kind}
            aria-label={t('admin.plan.add', { name: t(`admin.plan.feature.${kind}`) })}
            onClick={() =>
              dispatch({ do: 'edit', plan: withFeature(plan, kind), key: `feature:${plan.features.length}` })
            }
          >
            {t(`admin.plan.feature.${kind}`)}
          </Button>
        ))}
      </div>
      <div className="plan-tools__group">
        <Button data-command="plan.arrange" onClick={arrange}>
          {t('admin.plan.arrange')}
        </Button>
        <FileTools plan={plan} bays={bays} dispatch={dispatch} />
      </div>
    </div>
  )
}

type FileToolsProps = Pick<PlanToolsProps, 'dispatch' | 'bays'> & { readonly plan: PlanState['plan'] }

/** The plan as a file: to keep, or to take to another installation. */
function FileTools({ plan, bays, dispatch }: FileToolsProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const write = () => {
    const url = URL.createObjectURL(new Blob([writePlanFile(plan, bays)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'kerbside-lot.json'
    link.click()
    URL.revokeObjectURL(url)
  }
  const read = async (file: File) => {
    const found = readPlanFile(await file.text(), bays)
    if (found === undefined) {
      toast.error(t('admin.plan.notAPlan'))
      return
    }
    dispatch({ do: 'edit', plan: found.layout, key: null })
    const { unknown } = found
    toast.info(t('admin.plan.imported', { count: unknown.length, labels: unknown.slice(0, 5).join(', ') }))
  }
  return (
    <>
      <Button data-command="plan.export" onClick={write}>
        {t('admin.plan.export')}
      </Button>
      <Button data-command="plan.import" onClick={() => input.current?.click()}>
        {t('admin.plan.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('admin.plan.import')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
    </>
  )
}
