import { useState } from 'react'
import type { Lot as LotAnswer, LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { rewrite } from '../shell/hash-route.ts'
import { OwnWindow } from '../shell/own-window.tsx'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { canReceive } from './bay-actions.ts'
import { ChosenBay } from './ChosenBay.tsx'
import { LotBoard } from './LotBoard.tsx'
import { LotCounts } from './LotCounts.tsx'
import { lotViewToQuery, parseLotView, type LotView } from './lot-view.ts'
import { MoveDialog } from './MoveDialog.tsx'
import type { Moving } from './moving.ts'
import { useBayWork } from './use-bay-work.ts'
import { useLot } from './use-lot.ts'
import './lot.css'

/** The lot as it is now, and everything that can be done at its bays. @param query the address's part after `?` */
export function LotScreen({ query }: { query: string }) {
  const t = useT()
  const { resource, refresh } = useLot()
  const view = parseLotView(query)
  const show = (part: Partial<LotView>) => rewrite('lot', lotViewToQuery({ ...view, ...part }))
  useShortcuts({ m: focusMap })
  return (
    <>
      <div className="screen__head">
        <h1>{t('lot.title')}</h1>
        <div className="screen__tools">
          <OwnWindow screen="lot" />
          <Button data-command="lot.view" onClick={() => show({ as: view.as === 'map' ? 'list' : 'map' })}>
            {t(view.as === 'map' ? 'lot.asList' : 'lot.asMap')}
          </Button>
          <Button data-command="exit" onClick={() => openCounter({ is: 'exit' })} aria-keyshortcuts="e">
            {t('counter.exit')}
          </Button>
          <Button
            data-command="walk-in"
            look="primary"
            onClick={() => openCounter({ is: 'walk-in' })}
            aria-keyshortcuts="w"
          >
            {t('counter.walkIn')}
          </Button>
        </div>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(lot) => lot.server_time}>
        {(lot) =>
          lot.bays.length === 0 ? (
            <EmptyState title={t('lot.empty')} hint={t('lot.emptyHint')} />
          ) : (
            <LotWork lot={lot} view={view} show={show} refresh={refresh} />
          )
        }
      </ResourceView>
    </>
  )
}

interface LotWorkProps {
  readonly lot: LotAnswer
  readonly view: LotView
  readonly show: (part: Partial<LotView>) => void
  readonly refresh: () => Promise<void>
}

function LotWork({ lot, view, show, refresh }: LotWorkProps) {
  const t = useT()
  const work = useBayWork(refresh)
  const [moving, setMoving] = useState<Moving>()
  const [target, setTarget] = useState<LotBay>()
  const bay = lot.bays.find(({ id }) => id === view.bayId)
  const select = (id: string) => {
    const chosen = lot.bays.find((one) => one.id === id)
    if (moving === undefined) return show({ bayId: id })
    if (chosen !== undefined && canReceive(chosen)) setTarget(chosen)
  }
  const close = () => {
    show({ bayId: null })
    focusMap()
  }
  return (
    <div className="lot" data-with-sheet={bay !== undefined && moving === undefined}>
      <div className="lot__main">
        {moving !== undefined && (
          <div className="note note--warning lot__moving" role="status">
            <p>{t('lot.move.pick', { plate: moving.plate, from: moving.from })}</p>
            <Button onClick={() => setMoving(undefined)}>{t('common.cancel')}</Button>
          </div>
        )}
        <LotBoard
          lot={moving === undefined ? lot : onlyFree(lot)}
          as={view.as}
          bayClass={view.bayClass}
          selectedId={moving === undefined ? view.bayId : (target?.id ?? null)}
          onSelect={select}
        />
      </div>
      {bay !== undefined && moving === undefined && (
        <div className="lot__side">
          <ChosenBay key={bay.id} bay={bay} work={work} onMove={setMoving} onClose={close} />
        </div>
      )}
      <div className="lot__counts">
        <LotCounts bays={lot.bays} bayClass={view.bayClass} onClass={(bayClass) => show({ bayClass })} />
      </div>
      {moving !== undefined && target !== undefined && (
        <MoveDialog
          moving={moving}
          to={target}
          work={work}
          onMoved={() => {
            setMoving(undefined)
            setTarget(undefined)
            show({ bayId: target.id })
          }}
          onClose={() => setTarget(undefined)}
        />
      )}
    </div>
  )
}

/** While a bay is looked for, those that cannot be had are not there to be pointed at. */
function onlyFree(lot: LotAnswer): LotAnswer {
  return { ...lot, bays: lot.bays.filter(canReceive) }
}

function focusMap() {
  document.querySelector<HTMLElement>('.lot-bay[tabindex="0"]')?.focus()
}
