import { createContext, useContext, type ReactNode } from 'react'
import type { OpenShift } from '../../src-shared/api/shift-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { hrefOf } from './hash-route.ts'

/** The open shift, null when none is, undefined while the server has not told. */
const OpenShiftContext = createContext<OpenShift | null | undefined>(undefined)

/** The shift as the server has it, kept current: whoever opens it or takes money may sit at another console. */
export function useShiftResource() {
  return useResource({
    key: 'shift',
    load: () => api.call('GET /api/v1/shifts/current'),
    refreshOn: ({ type }) => type === 'shift_changed' || type === 'payment_recorded' || type === 'payment_changed',
  })
}

export function OpenShiftProvider({ children }: { children: ReactNode }) {
  const { resource } = useShiftResource()
  const shift = 'value' in resource ? resource.value.shift : undefined
  return <OpenShiftContext value={shift}>{children}</OpenShiftContext>
}

export function useOpenShift(): OpenShift | null | undefined {
  return useContext(OpenShiftContext)
}

/** Whether there is a drawer to put money into, always in sight; it leads to the cash screen. */
export function ShiftMark() {
  const t = useT()
  const shift = useOpenShift()
  if (shift === undefined) return null
  return (
    <a className="shift-mark" data-open={shift !== null} href={hrefOf('cash')}>
      <span className="shift-mark__dot" aria-hidden="true" />
      {shift === null ? t('shell.shift.none') : t('shell.shift.open', { number: shift.number })}
    </a>
  )
}
