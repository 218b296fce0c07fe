import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { OpenShift } from '../../src-shared/api/shift-schemas.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useResource } from '../connection/use-resource.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { PinDialog } from '../controls/PinDialog.tsx'
import { CountFields } from './CountFields.tsx'
import { useCount } from './use-count.ts'

interface CloseShiftDialogProps {
  readonly shift: OpenShift
  readonly user: User
  readonly onClosed: () => void
  readonly onClose: () => void
}

/** The blind count, and who goes on with the drawer; only the answer tells what it should have been. */
export function CloseShiftDialog({ shift, user, onClosed, onClose }: CloseShiftDialogProps) {
  const t = useT()
  const keyOf = useIdempotencyKey()
  const { currency } = shift.float
  const count = useCount(currency)
  const [successor, setSuccessor] = useState('')
  const counted = count.minor
  return (
    <PinDialog
      title={t('cash.closeTitle', { number: shift.number })}
      confirm={successor === '' ? t('cash.closeSubmit') : t('cash.handOverSubmit')}
      fault={counted === undefined ? t('cash.sumFault') : undefined}
      onConfirm={async (pin) => {
        if (counted === undefined) return
        const body = { counted_minor: counted, pin, ...(successor === '' ? {} : { hand_over_to: successor }) }
        const params = { id: shift.id }
        const answer = await api.call('POST /api/v1/shifts/{id}/close', { params, headers: keyOf(body), body })
        const { next_shift: next } = answer
        if (next !== null) toast.success(t('cash.handedOver', { number: next.number, name: next.opened_by }))
        onClosed()
      }}
      onClose={onClose}
    >
      <p>{t('cash.closeLead')}</p>
      <CountFields
        label={t('cash.counted')}
        hint={t('cash.countedHint')}
        count={count}
        currency={currency}
        isTried={false}
      />
      <Successor user={user} successor={successor} onSuccessor={setSuccessor} />
      <p className="note">
        {counted === undefined
          ? t('cash.closeFinal')
          : t('cash.closeFinalSum', { amount: formatMoney({ amount_minor: counted, currency }, t.language) })}
      </p>
    </PinDialog>
  )
}

interface SuccessorProps {
  readonly user: User
  readonly successor: string
  readonly onSuccessor: (id: string) => void
}

/** Whoever takes over begins with what was counted. */
function Successor({ user, successor, onSuccessor }: SuccessorProps) {
  const t = useT()
  const { resource, refresh } = useResource({ key: 'staff-names', load: () => api.call('GET /api/v1/staff-names') })
  const staff = 'value' in resource ? resource.value.staff : []
  if (resource.is === 'failed') return <FailureNote failure={resource.failure} onRetry={() => void refresh()} />
  return (
    <Field label={t('cash.handOver')} hint={t('cash.handOverHint')}>
      {(tied) => (
        <select {...tied} className="input" value={successor} onChange={(event) => onSuccessor(event.target.value)}>
          <option value="">{t('cash.handOverNobody')}</option>
          {staff
            .filter(({ id }) => id !== user.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
