import type { Lot } from '../../src-shared/api/stay-schemas.ts'
import { useServerTimeSelector, useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { LotCounts } from '../lot/LotCounts.tsx'
import { lotViewToQuery } from '../lot/lot-view.ts'
import { useLot } from '../lot/use-lot.ts'
import { goTo, hrefOf } from '../shell/hash-route.ts'
import { useWaitlist } from '../waitlist/use-waitlist.ts'
import { Attention } from './Attention.tsx'
import { lotFigures } from './attention.ts'
import { Metric } from './Metric.tsx'

/** The lot today: what needs looking at, and the figures. */
export function LotToday() {
  const { resource, refresh } = useLot()
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(lot) => lot.server_time}>
      {(lot) => (
        <div className="today__lot">
          <Attention lot={lot} />
          <Figures lot={lot} />
        </div>
      )}
    </ResourceView>
  )
}

function Figures({ lot }: { lot: Lot }) {
  const t = useT()
  const store = useServerTimeStore()
  const { resource } = useWaitlist()
  // What is due changes with the minute.
  useServerTimeSelector((state) => state.timeData?.minute)
  const figures = lotFigures(lot, store.now())
  const waiting = 'value' in resource ? resource.value.waiting.length : null
  return (
    <div className="metrics__row">
      <Metric
        name={t('today.carsIn')}
        figure={figures.carsIn}
        detail={t('today.carsInDetail')}
        none={t('today.carsInNone')}
        href={hrefOf('lot')}
      />
      <Metric
        name={t('today.dueOut')}
        figure={figures.dueOut}
        detail={t('today.dueOutDetail')}
        none={t('today.dueOutNone')}
      />
      <Metric
        name={t('today.overstays')}
        figure={figures.overstays}
        detail={t('today.overstaysDetail')}
        none={t('today.overstaysNone')}
      />
      <Metric
        name={t('today.waiting')}
        figure={waiting ?? '–'}
        detail={t('today.waitingDetail')}
        none={t('today.waitingNone')}
      />
    </div>
  )
}

/** How full each class is; a class leads to its bays on the map. */
export function Occupancy() {
  const t = useT()
  const { resource, refresh } = useLot()
  return (
    <section className="panel" aria-labelledby="occupancy-title">
      <div className="panel__head">
        <h2 id="occupancy-title">{t('lot.counts')}</h2>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ bays }) => (
          <LotCounts
            bays={bays}
            bayClass={null}
            onClass={(bayClass) => goTo('lot', lotViewToQuery({ bayId: null, bayClass, as: 'map' }))}
          />
        )}
      </ResourceView>
    </section>
  )
}
