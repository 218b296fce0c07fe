import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { MapBay } from '../../../../src-shared/lot/bay-state.ts'
import { defaultLayout } from '../../../../src-shared/lot/default-layout.ts'
import { LotMap, type LotMapProps } from '../../../../src-shared/ui/lot-map/LotMap.tsx'
import { demoBays } from '../../shared/lot/demo-bays.ts'

const words = {
  map: 'The lot',
  controls: 'Look around',
  zoomIn: 'Closer',
  zoomOut: 'Further',
  pan: { up: 'Up', right: 'Right', down: 'Down', left: 'Left' },
  entrance: 'In',
  exit: 'Out',
  washHall: 'Wash',
}

const layout = defaultLayout(demoBays)

const stood: Readonly<Record<string, Partial<MapBay>>> = {
  A02: { state: 'taken', plate: 'KL07BX1234', caption: 'till 16:20' },
  A03: { state: 'held', caption: '4:12' },
  A04: { state: 'overstay', plate: 'TN09AB4321' },
  A05: { state: 'blocked' },
  A06: { state: 'booked', caption: '16:20' },
}

export const bays: readonly MapBay[] = demoBays.map((bay) => ({ ...bay, state: 'free', ...stood[bay.id] }))

/** The demo lot's map in the test's DOM, with what was chosen on it. */
export function openMap(props: Partial<LotMapProps> = {}) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element)
  const chosen: string[] = []
  const show = (next: Partial<LotMapProps>) => {
    const given = { layout, bays, words, selectedId: null, mode: 'console' as const, ...next }
    act(() => {
      root.render(
        <LotMap {...given} onSelect={(id) => chosen.push(id)} labelOf={(bay) => `${bay.label}, ${bay.state}`} />,
      )
    })
  }
  show(props)
  const bay = (id: string) => element.querySelector<SVGGElement>(`[data-bay="${id}"]`)!
  return {
    element,
    chosen,
    show,
    bay,
    tabStops: () =>
      [...element.querySelectorAll('[role=option][tabindex="0"]')].map((one) => one.getAttribute('data-bay')),
    focused: () => document.activeElement?.getAttribute('data-bay'),
    focus: (id: string) => act(() => bay(id).focus()),
    press: (key: string, more: KeyboardEventInit = {}) =>
      act(() => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
        )
      }),
    click: (target: Element) => act(() => void target.dispatchEvent(new MouseEvent('click', { bubbles: true }))),
    button: (name: string) => element.querySelector(`button[aria-label="${name}"]`),
    sizes: () => element.querySelector<HTMLElement>('.lot-map')!.style,
    close() {
      act(() => root.unmount())
      element.remove()
    },
  }
}
