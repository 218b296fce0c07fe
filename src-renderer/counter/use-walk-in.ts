import { useRef, useState } from 'react'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { LotBay, ParkedStay } from '../../src-shared/api/stay-schemas.ts'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { isNewsOfCars } from '../connection/news-of-cars.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { useSite } from '../shell/site.tsx'
import type { ChosenBay } from './counter-task.ts'
import { bayByLabel, walkInFaults, type WalkInFault, type WalkInForm } from './walk-in-form.ts'

/** The classes of bay that this site has, the first of them the likeliest. */
export function useOfferedClasses(): readonly BayClass[] {
  return useSite().bay_classes.flatMap(({ bay_class: bayClass, count }) => (count > 0 ? bayClass : []))
}

/** What is typed for a walk-in, what is wrong with it, and sending it. */
export function useWalkIn(bay: ChosenBay | undefined, plate: string, onTicket: (stay: ParkedStay) => void) {
  const offered = useOfferedClasses()
  const { task, run, clear } = useTask()
  const keyOf = useIdempotencyKey()
  const element = useRef<HTMLFormElement>(null)
  const free = useFreeBays()
  const [form, setForm] = useState<WalkInForm>({
    plate,
    bayClass: bay?.bay_class ?? offered[0] ?? 'car',
    bay: bay?.label ?? '',
  })
  const [faults, setFaults] = useState<readonly WalkInFault[]>([])
  const change = (part: Partial<WalkInForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setFaults([])
    clear()
  }
  const submit = async () => {
    const found = walkInFaults(form, free)
    setFaults(found)
    if (found[0] !== undefined) {
      return element.current?.querySelector<HTMLElement>(`[name="${found[0]}"]`)?.focus()
    }
    const chosen = bayByLabel(form.bay, free)
    const body = {
      plate: form.plate.trim(),
      bay_class: form.bayClass,
      ...(chosen === undefined ? {} : { bay_id: chosen.id }),
    }
    await run(async () => onTicket(await api.call('POST /api/v1/stays', { body, headers: keyOf(body) })))
  }
  return { form, change, faults, offered, free, task, submit, element }
}

/** The bays that a car could take now, by the lot as it was last read. */
function useFreeBays(): readonly LotBay[] {
  const { resource } = useResource({
    key: 'lot',
    load: () => api.call('GET /api/v1/lot'),
    refreshOn: isNewsOfCars,
  })
  if (!('value' in resource)) return []
  return resource.value.bays.filter(({ kind, state }) => kind === 'bay' && (state === 'free' || state === 'booked'))
}
