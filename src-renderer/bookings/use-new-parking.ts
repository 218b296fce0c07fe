import { useRef, useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import type { ChosenBay } from '../counter/counter-task.ts'
import { useOfferedClasses } from '../counter/use-walk-in.ts'
import { useSite } from '../shell/site.tsx'
import { noteOwn, noteOwnUnderWay } from './own-bookings.ts'
import { firstInterval, intervalOf, parkingFaults, type ParkingField, type ParkingForm } from './parking-form.ts'

/** What is chosen and typed, what is wrong with it, and taking the bay. */
export function useNewParking(bay: ChosenBay | undefined, onHeld: (booking: Booking) => void) {
  const site = useSite()
  const store = useServerTimeStore()
  const offered = useOfferedClasses()
  const { task, run, clear } = useTask()
  const keyOf = useIdempotencyKey()
  const element = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState<ParkingForm>(() => ({
    bayClass: bay?.bay_class ?? offered[0] ?? 'car',
    // Before the server's time is known, the first day of its window is a start.
    ...firstInterval(store.now() ?? parseInstant(`${site.window.min_date}T12:00:00Z`) ?? 0, site.timezone),
    bayId: bay?.id ?? null,
    plate: '',
    phone: '',
  }))
  const [faults, setFaults] = useState<readonly ParkingField[]>([])
  const change = (part: Partial<ParkingForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setFaults([])
    clear()
  }
  const interval = intervalOf(form, site.timezone)
  const submit = async () => {
    const found = parkingFaults(form, site.timezone)
    setFaults(found)
    if (interval === undefined || found[0] !== undefined) {
      return element.current?.querySelector<HTMLElement>(`[name="${found[0]}"], [type="date"]`)?.focus()
    }
    const phone = form.phone.trim()
    const body = {
      kind: 'parking' as const,
      bay_class: form.bayClass,
      ...interval,
      plate: form.plate.trim(),
      ...(form.bayId === null ? {} : { bay_id: form.bayId }),
      ...(phone === '' ? {} : { phone }),
    }
    noteOwnUnderWay(body)
    await run(async () => {
      const held = await api.call('POST /api/v1/bookings', { body, headers: keyOf(body) })
      noteOwn(held.id)
      onHeld(held)
    })
  }
  return { form, change, faults, interval, offered, task, submit, element }
}
