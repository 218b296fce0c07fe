import { useId, useRef, type CSSProperties } from 'react'
import { bayStateMarks, isChoosable, type BayState, type LotBayClass, type MapBay } from '../../lot/bay-state.ts'
import type { LaidBay, LotLayout } from '../../lot/lot-layout.ts'
import { BayOnMap } from './BayOnMap.tsx'
import { LotGround, type GroundWords } from './LotGround.tsx'
import './lot-map.css'
import { MapControls, type ControlWords } from './MapControls.tsx'
import { Rings } from './Rings.tsx'
import { useBayKeys } from './use-bay-keys.ts'
import { useInSight } from './use-in-sight.ts'
import { useMapView } from './use-map-view.ts'

export interface LotMapWords extends GroundWords, ControlWords {
  /** The map's accessible name. */
  readonly map: string
}

export interface LotMapProps {
  readonly layout: LotLayout
  /** Those without a place on the plan are not drawn; `layoutProblems` names them. */
  readonly bays: readonly MapBay[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  /** `kiosk`: no plates, nothing of others' bays, targets of 64 px at least, and only free bays of `askedClass` answer. */
  readonly mode: 'console' | 'kiosk'
  readonly askedClass?: LotBayClass | undefined
  /** A bay's accessible name, in the page's language: "A12, car, free". */
  readonly labelOf: (bay: MapBay) => string
  readonly words: LotMapWords
  /** A letter for each state where the page's language is not English. */
  readonly letters?: Readonly<Record<BayState, string>> | undefined
}

/** The smallest side of a bay that can be chosen, in rem of 16 px, so that it grows with the text. */
const leastTarget = { console: 1.5, kiosk: 4 } as const
/** The zoom of each step; 0 is the whole lot in the frame, 1 the size at which each bay is a target. */
const zooms = [0, 1, 1.5, 2.25, 3.4] as const

/** The lot from above: asphalt, paint, and each bay in the colour, letter and pattern of its state. */
export function LotMap(props: LotMapProps) {
  const { layout, selectedId, onSelect, mode, labelOf, words, letters } = props
  const hatchId = useId()
  const drawn = drawnBays(props)
  const reachable = drawn.filter((bay) => bay.canChoose)
  const { tabStop, handlers } = useBayKeys(reachable, selectedId, onSelect)
  const frame = useRef<HTMLDivElement>(null)
  const view = useMapView(frame, 1)
  const chosen = drawn.find(({ id }) => id === selectedId)
  const reached = drawn.find(({ id }) => id === tabStop)
  useInSight(frame, selectedId ?? tabStop)
  const isKiosk = mode === 'kiosk'
  return (
    <div
      className="lot-map"
      data-mode={mode}
      style={sizes(layout, reachable.length > 0 ? reachable : drawn, mode, view.step)}
    >
      {/* Where no bay takes the focus, the frame does, so that the keyboard can scroll it. */}
      <div
        className="lot-map__frame"
        ref={frame}
        {...(reachable.length === 0 && { tabIndex: 0, role: 'region', 'aria-label': words.map })}
      >
        {/* The bays take the focus, one of them at a time. */}
        <svg
          className="lot-map__plan"
          role="listbox"
          aria-label={words.map}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          {...handlers}
        >
          <Hatch id={hatchId} />
          <rect className="lot-ground" width={layout.width} height={layout.height} />
          <LotGround layout={layout} words={words} />
          {drawn.map(({ bay, place, canChoose }) => (
            <BayOnMap
              key={bay.id}
              place={place}
              label={bay.label}
              bayClass={bay.bayClass}
              state={bay.state}
              letter={letters?.[bay.state] ?? bayStateMarks[bay.state].letter}
              plate={isKiosk ? undefined : bay.plate}
              caption={canChoose ? bay.caption : undefined}
              name={labelOf(bay)}
              isSelected={bay.id === selectedId}
              isChoosable={canChoose}
              isTabStop={bay.id === tabStop}
              hatchId={hatchId}
            />
          ))}
          {chosen !== undefined && <Rings kind="choice" place={chosen.place} />}
          {reached !== undefined && <Rings kind="focus" place={reached.place} />}
        </svg>
      </div>
      <MapControls view={view} least={isKiosk ? 1 : 0} most={zooms.length - 1} words={words} />
    </div>
  )
}

interface DrawnBay {
  readonly id: string
  readonly label: string
  readonly bay: MapBay
  readonly place: LaidBay
  readonly canChoose: boolean
}

/** In the order of the plan. What is chosen stays so when its state changes, as it does by being held. */
function drawnBays({ layout, bays, mode, askedClass, selectedId }: LotMapProps): DrawnBay[] {
  const byId = new Map(bays.map((bay) => [bay.id, bay]))
  return layout.bays.flatMap((place) => {
    const bay = byId.get(place.id)
    if (bay === undefined) return []
    const canChoose = bay.id === selectedId || isChoosable(bay, mode, askedClass)
    return [{ id: bay.id, label: bay.label, bay, place, canChoose }]
  })
}

/** Numbers for the style sheet: the plan's aspect, the width in rem at which the narrowest bay is a target, the zoom. */
function sizes(layout: LotLayout, bays: readonly DrawnBay[], mode: 'console' | 'kiosk', step: number): CSSProperties {
  const narrowest = Math.min(...bays.map(({ place }) => Math.min(place.width, place.height)), 50)
  const least = (layout.width / narrowest) * leastTarget[mode]
  const zoom = zooms[step] ?? 1
  return {
    '--lot-aspect': layout.width / layout.height,
    '--lot-least': zoom === 0 ? 0 : Math.round(least * 100) / 100,
    '--lot-zoom': zoom === 0 ? 1 : zoom,
  } as CSSProperties
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="lot-hatch" width={2.4} height={6} />
      </pattern>
    </defs>
  )
}
