import type { Direction } from '../../lot/lot-layout.ts'
import type { MapView } from './use-map-view.ts'

export interface ControlWords {
  readonly controls: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly pan: Readonly<Record<Direction, string>>
}

interface MapControlsProps {
  readonly view: MapView
  readonly least: number
  readonly most: number
  readonly words: ControlWords
}

const signs = {
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
}

/** Everything that a wheel or two fingers could do, as buttons; those for panning only where there is more to see. */
export function MapControls({ view, least, most, words }: MapControlsProps) {
  const { step, room, zoom, pan } = view
  const canPan = room.up || room.down || room.left || room.right
  return (
    <div className="lot-controls" role="group" aria-label={words.controls}>
      <MapButton sign="out" name={words.zoomOut} isOff={step <= least} onPress={() => zoom(-1)} />
      <MapButton sign="in" name={words.zoomIn} isOff={step >= most} onPress={() => zoom(1)} />
      {canPan &&
        (['left', 'right', 'up', 'down'] as const).map((way) => (
          <MapButton key={way} sign={way} name={words.pan[way]} isOff={!room[way]} onPress={() => pan(way)} />
        ))}
    </div>
  )
}

interface MapButtonProps {
  readonly sign: keyof typeof signs
  readonly name: string
  readonly isOff: boolean
  readonly onPress: () => void
}

/** Not `disabled`, which would take the focus from under somebody who has just reached the end. */
function MapButton({ sign, name, isOff, onPress }: MapButtonProps) {
  return (
    <button
      type="button"
      className="lot-controls__button"
      aria-label={name}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onPress}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
    </button>
  )
}
