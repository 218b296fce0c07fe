import { useState } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { SecuredDialog } from '../controls/SecuredDialog.tsx'
import { VouchEffect } from './VouchEffect.tsx'
import { VouchFields } from './VouchFields.tsx'
import { vouchFaults, type VouchForm } from './vouching.ts'

interface VouchDialogProps {
  readonly report: ClockReport
  readonly onVouched: () => void
  readonly onClose: () => void
}

/** Shows what vouching for the OS clock would do, and asks for PIN and reason. */
export function VouchDialog({ report, onVouched, onClose }: VouchDialogProps) {
  const t = useT()
  const [form, setForm] = useState<VouchForm>({ pin: '', reason: '' })
  const faults = vouchFaults(form)
  const send = async () => {
    await api.call('POST /api/v1/clock/accept', { body: { pin: form.pin, reason: form.reason.trim() } })
    onVouched()
    onClose()
  }
  return (
    <SecuredDialog
      title={t('clock.vouch.title')}
      cancel={t('common.cancel')}
      confirm={t('clock.vouch.submit')}
      isRight={faults.length === 0}
      onSend={send}
      onPin={(pin) => setForm({ ...form, pin })}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <VouchEffect report={report} />
          <VouchFields form={form} faults={isTried ? faults : []} onForm={setForm} />
        </>
      )}
    </SecuredDialog>
  )
}
