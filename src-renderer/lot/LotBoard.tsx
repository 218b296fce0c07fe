import type { Lot } from '../../src-shared/api/stay-schemas.ts'
import { BayClass } from '../../src-shared/api/fields.ts'
import { BayState } from '../../src-shared/lot/bay-state.ts'
import { LotLegend } from '../../src-shared/ui/lot-map/LotLegend.tsx'
import { LotMap } from '../../src-shared/ui/lot-map/LotMap.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { BayTable } from './BayTable.tsx'
import { bayName, mapWords } from './bay-words.ts'
import { useMapBays } from './use-lot.ts'

interface LotBoardProps {
  readonly lot: Lot
  readonly as: 'map' | 'list'
  /** Bays of other classes lie back on the map and are left out of the list; null for all. */
  readonly bayClass: BayClass | null
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
}

/** The lot as a map, or the same as a table. */
export function LotBoard({ lot, as, bayClass, selectedId, onSelect }: LotBoardProps) {
  const t = useT()
  const at = useSiteTime()
  const shown = lot.bays.filter((bay) => bayClass === null || bay.bay_class === bayClass)
  const mapBays = useMapBays(shown)
  if (as === 'list') return <BayTable bays={shown} selectedId={selectedId} onSelect={onSelect} />
  const byId = new Map(lot.bays.map((bay) => [bay.id, bay]))
  const classes = BayClass.options.filter((one) => one !== 'car' && lot.bays.some((bay) => bay.bay_class === one))
  return (
    <div className="lot__map">
      <LotMap
        layout={lot.layout}
        bays={mapBays}
        selectedId={selectedId}
        onSelect={onSelect}
        mode="console"
        labelOf={({ id, label }) => {
          const bay = byId.get(id)
          return bay === undefined ? label : bayName(bay, at, t)
        }}
        words={mapWords(t)}
      />
      <LotLegend
        name={t('lot.legend')}
        states={BayState.options.map((state) => ({ state, words: t(`lot.state.${state}`) }))}
        classes={classes.map((one) => ({ bayClass: one, words: t(`tariff.class.${one}`) }))}
      />
    </div>
  )
}
