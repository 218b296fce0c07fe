import { useRef, useState } from 'react'
import * as v from 'valibot'
import { ApiError } from '../../src-shared/api/client.ts'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { Instant, Phone, Plate as PlateText } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ServiceChoice } from '../bookings/ServiceChoice.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { Field } from '../controls/Field.tsx'
import { PhoneInput } from '../controls/PhoneInput.tsx'
import { PlateInput } from '../controls/PlateInput.tsx'
import { TimedFormDialog } from '../controls/TimedFormDialog.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { useSite } from '../shell/site.tsx'

interface WashWalkInDialogProps {
  readonly onBooked: (booking: StaffBooking) => void
  readonly onClose: () => void
}

type FieldName = 'plate' | 'phone'

export function WashWalkInDialog({ onBooked, onClose }: WashWalkInDialogProps) {
  const t = useT()
  const { element, form, fault, change, task, full, submit } = useWalkInForm(onBooked)
  return (
    <TimedFormDialog
      title={t('wash.walkIn')}
      submit={t('wash.walkIn.submit')}
      task={task}
      form={element}
      onSubmit={submit}
      onClose={onClose}
      {...(full !== undefined && { refused: <NoBay nextFreeAt={full.next_free_at} /> })}
    >
      <PlateAndPhone form={form} fault={fault} change={change} />
      <ServiceChoice
        name={t('wash.walkIn.service')}
        chosen={form.service_id}
        onChoose={(service_id) => change({ service_id })}
      />
      <p className="field__hint">{t('wash.walkIn.hint')}</p>
    </TimedFormDialog>
  )
}

const NextFree = v.object({ next_free_at: v.nullable(Instant) })

function NoBay({ nextFreeAt }: { nextFreeAt: string | null }) {
  const t = useT()
  const timeOf = useSiteTime()
  return (
    <p className="note note--warning" role="alert">
      {nextFreeAt === null ? t('wash.walkIn.takenToday') : t('wash.walkIn.taken', { time: timeOf(nextFreeAt) })}
    </p>
  )
}

/** What is typed, what is wrong with it, and sending it. */
function useWalkInForm(onBooked: WashWalkInDialogProps['onBooked']) {
  const services = useSite().wash_services
  const { task, run, clear } = useTask()
  const keyOf = useIdempotencyKey()
  const sending = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState({ plate: '', phone: '', service_id: services[0]?.id ?? '' })
  const [fault, setFault] = useState<FieldName>()
  const [full, setFull] = useState<v.InferOutput<typeof NextFree>>()
  const change = (part: Partial<typeof form>) => {
    setForm((before) => ({ ...before, ...part }))
    setFault(undefined)
    setFull(undefined)
    clear()
  }
  const send = async () => {
    const { plate, phone, service_id } = form
    const body = phone.trim() === '' ? { plate, service_id } : { plate, service_id, phone: phone.trim() }
    try {
      onBooked(await api.call('POST /api/v1/wash-walk-ins', { body, headers: keyOf(body) }))
    } catch (error) {
      const told = error instanceof ApiError ? v.safeParse(NextFree, error.problem) : undefined
      if (told?.success !== true) throw error
      setFull(told.output)
    }
  }
  const submit = async () => {
    const found = faultOf(form)
    setFault(found)
    if (found !== undefined) return element.current?.querySelector<HTMLElement>(`[name="${found}"]`)?.focus()
    if (sending.current) return
    sending.current = true
    await run(send)
    sending.current = false
  }
  return { element, form, fault, change, task, full, submit }
}

function faultOf({ plate, phone }: { plate: string; phone: string }): FieldName | undefined {
  if (!v.is(PlateText, plate)) return 'plate'
  return phone.trim() === '' || v.is(Phone, phone.trim()) ? undefined : 'phone'
}

interface PlateAndPhoneProps {
  readonly form: { readonly plate: string; readonly phone: string }
  readonly fault: FieldName | undefined
  readonly change: (part: { plate?: string; phone?: string }) => void
}

function PlateAndPhone({ form, fault, change }: PlateAndPhoneProps) {
  const t = useT()
  return (
    <div className="form__row">
      <Field label={t('wash.walkIn.plate')} fault={fault === 'plate' ? t('wash.walkIn.plateFault') : undefined}>
        {(tied) => <PlateInput {...tied} value={form.plate} onValue={(plate) => change({ plate })} />}
      </Field>
      <Field label={t('wash.walkIn.phone')} fault={fault === 'phone' ? t('wash.walkIn.phoneFault') : undefined}>
        {(tied) => <PhoneInput {...tied} value={form.phone} onValue={(phone) => change({ phone })} />}
      </Field>
    </div>
  )
}
