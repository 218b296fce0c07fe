import { useRef, useState } from 'react'
import * as v from 'valibot'
import { ApiError } from '../../src-shared/api/client.ts'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { Instant, Phone, Plate as PlateText } from '../../src-shared/api/fields.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ServiceChoice } from '../bookings/ServiceChoice.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { useSite } from '../shell/site.tsx'

interface WashWalkInDialogProps {
  readonly onBooked: (booking: StaffBooking) => void
  readonly onClose: () => void
}

type FieldName = 'plate' | 'phone'

export function WashWalkInDialog({ onBooked, onClose }: WashWalkInDialogProps) {
  const t = useT()
  const { form, fault, change, task, full, submit } = useWalkInForm(onBooked)
  const blocked = useServerTimeSelector((state) => state.blockedBecause)
  return (
    <Dialog
      title={t('wash.walkIn')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="wash-walk-in"
            busy={task.is === 'busy'}
            aria-disabled={blocked !== null}
          >
            {t('wash.walkIn.submit')}
          </Button>
        </>
      }
    >
      <form
        id="wash-walk-in"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (blocked === null) void submit(event.currentTarget)
        }}
      >
        <PlateAndPhone form={form} fault={fault} change={change} />
        <ServiceChoice
          name={t('wash.walkIn.service')}
          chosen={form.service_id}
          onChoose={(service_id) => change({ service_id })}
        />
        <p className="field__hint">{t('wash.walkIn.hint')}</p>
        {blocked !== null && <p className="note note--warning">{t(`time.blocked.${blocked}`)}</p>}
        {full !== undefined && <NoBay nextFreeAt={full.next_free_at} />}
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
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
  const submit = async (element: HTMLFormElement) => {
    const found = faultOf(form)
    setFault(found)
    if (found !== undefined) return element.querySelector<HTMLElement>(`[name="${found}"]`)?.focus()
    if (sending.current) return
    sending.current = true
    await run(send)
    sending.current = false
  }
  return { form, fault, change, task, full, submit }
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
        {(tied) => (
          <input
            {...tied}
            className="input input--plate"
            name="plate"
            maxLength={24}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={form.plate}
            onChange={(event) => change({ plate: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('wash.walkIn.phone')} fault={fault === 'phone' ? t('wash.walkIn.phoneFault') : undefined}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="phone"
            type="tel"
            maxLength={21}
            autoComplete="off"
            value={form.phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
