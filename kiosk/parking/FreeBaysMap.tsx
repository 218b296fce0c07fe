import { useMemo } from 'react'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { MapBay } from '../../src-shared/lot/bay-state.ts'
import type { LotLayout } from '../../src-shared/lot/lot-layout.ts'
import { LotMap, type LotMapWords } from '../../src-shared/ui/lot-map/LotMap.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSend } from '../session/kiosk-context.ts'
import type { Bay, Stay } from '../session/session.ts'

interface FreeBaysMapProps {
  readonly layout: LotLayout
  readonly availability: ParkingAvailability
  readonly bayClass: Stay['bayClass']
  readonly chosen: Bay | undefined
}

/** The lot, with the bays of the asked class that are free for the whole stay to choose from. */
export function FreeBaysMap({ layout, availability, bayClass, chosen }: FreeBaysMapProps) {
  const t = useT()
  const send = useSend()
  const bays = useMemo(() => mapBays(layout, availability), [layout, availability])
  const words = useMemo(() => mapWords(t), [t])
  return (
    <LotMap
      layout={layout}
      bays={bays}
      selectedId={chosen?.id ?? null}
      onSelect={(id) => {
        const bay = bays.find((one) => one.id === id)
        // A second touch takes the wish back.
        if (bay !== undefined)
          send({ type: 'bay_picked', bay: id === chosen?.id ? undefined : { id, label: bay.label } })
      }}
      mode="kiosk"
      askedClass={bayClass}
      labelOf={({ label, state }) => t(state === 'free' ? 'kiosk.map.freeBay' : 'kiosk.map.takenBay', { bay: label })}
      words={words}
    />
  )
}

/** What the server does not speak of lies on the plan as well, and tells nothing. */
function mapBays(layout: LotLayout, { bays }: ParkingAvailability): MapBay[] {
  const known = new Map(bays.map((bay) => [bay.id, bay]))
  return layout.bays.map(({ id }) => {
    const bay = known.get(id)
    return bay === undefined
      ? { id, label: '', bayClass: 'wash', state: 'blocked' }
      : { id, label: bay.label, bayClass: bay.bay_class, state: bay.state }
  })
}

function mapWords(t: Translator): LotMapWords {
  return {
    map: t('kiosk.map.name'),
    controls: t('kiosk.map.controls'),
    zoomIn: t('kiosk.map.zoomIn'),
    zoomOut: t('kiosk.map.zoomOut'),
    pan: {
      up: t('kiosk.map.up'),
      right: t('kiosk.map.right'),
      down: t('kiosk.map.down'),
      left: t('kiosk.map.left'),
    },
    entrance: t('kiosk.map.entrance'),
    exit: t('kiosk.map.exit'),
    washHall: t('kiosk.map.washHall'),
  }
}
