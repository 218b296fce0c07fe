import { useRef, useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { Dialog } from '../controls/Dialog.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { TimedFormDialog } from '../controls/TimedFormDialog.tsx'
import { useSite } from '../shell/site.tsx'
import { newBookingFaults, type NewBookingField, type NewBookingForm } from './new-booking-form.ts'
import { PlateAndPhone } from './PlateAndPhone.tsx'
import { ServiceChoice } from './ServiceChoice.tsx'
import { SlotPicker } from './SlotPicker.tsx'
import { useNewBooking } from './use-new-booking.ts'

interface NewBookingDialogProps {
  readonly date: string | null
  readonly onBooked: (booking: Booking) => void
  readonly onClose: () => void
}

export function NewBookingDialog(props: NewBookingDialogProps) {
  const t = useT()
  const { wash_services: services } = useSite()
  if (services.length > 0) return <FilledDialog {...props} />
  return (
    <Dialog title={t('console.new.title')} onClose={props.onClose}>
      <EmptyState title={t('console.new.noServices')} hint={t('console.new.noServicesHint')} />
    </Dialog>
  )
}

function FilledDialog({ date, onBooked, onClose }: NewBookingDialogProps) {
  const t = useT()
  const { element, form, faults, change, task, submit } = useNewBookingForm(date, onBooked)
  return (
    <TimedFormDialog
      title={t('console.new.title')}
      submit={t('console.new.submit')}
      size="wide"
      task={task}
      form={element}
      onSubmit={submit}
      onClose={onClose}
    >
      <ServiceChoice
        name={t('console.new.service')}
        chosen={form.serviceId}
        onChoose={(id) => change({ serviceId: id, start: null })}
      />
      <SlotPicker
        form={form}
        fault={faults.includes('slot') ? t('console.new.error.slot') : undefined}
        onDate={(day) => change({ date: day, start: null })}
        onSlot={(start) => change({ start })}
      />
      <PlateAndPhone form={form} faults={faults} change={change} />
    </TimedFormDialog>
  )
}

/** What is typed, what is wrong with it, and sending it. */
function useNewBookingForm(date: string | null, onBooked: (booking: Booking) => void) {
  const site = useSite()
  const { task, run, clear } = useTask()
  const book = useNewBooking()
  const element = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState(() => firstForm(site, date))
  const [faults, setFaults] = useState<readonly NewBookingField[]>([])
  const change = (part: Partial<NewBookingForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setFaults([])
    clear()
  }
  const submit = async () => {
    const found = newBookingFaults(form)
    setFaults(found)
    const { start } = form
    if (start === null || found[0] !== undefined) {
      return element.current?.querySelector<HTMLElement>(`[name="${found[0]}"]:not(:disabled)`)?.focus()
    }
    await run(async () => onBooked(await book({ ...form, start })))
  }
  return { element, form, faults, change, task, submit }
}

function firstForm(site: ReturnType<typeof useSite>, date: string | null): NewBookingForm {
  const { min_date, max_date } = site.window
  const day = date !== null && date >= min_date && date <= max_date ? date : min_date
  return { serviceId: site.wash_services[0]?.id ?? '', date: day, start: null, plate: '', phone: '' }
}
