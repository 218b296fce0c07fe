import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { OpenShift } from '../../src-shared/api/shift-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { Field } from '../controls/Field.tsx'
import { AuthoriseDialog } from '../counter/AuthoriseDialog.tsx'
import { parseMoney } from '../counter/typed-money.ts'

export const moveKinds = ['in', 'out', 'drawer_open'] as const
export type MoveKind = (typeof moveKinds)[number]

interface MoveCashDialogProps {
  readonly shift: OpenShift
  readonly kind: MoveKind
  readonly onMoved: () => void
  readonly onClose: () => void
}

/** Cash put in or taken out that is no payment, or the drawer opened for a look: on record with a reason. */
export function MoveCashDialog({ shift, kind, onMoved, onClose }: MoveCashDialogProps) {
  const t = useT()
  const keyOf = useIdempotencyKey()
  const [typed, setTyped] = useState('')
  const minor = kind === 'drawer_open' ? 0 : parseMoney(typed, shift.float.currency)
  const isAmount = kind === 'drawer_open' || (minor !== undefined && minor > 0)
  return (
    <AuthoriseDialog
      title={t(`cash.move.${kind}`)}
      confirm={t(`cash.move.submit.${kind}`)}
      needsPin={false}
      fault={isAmount ? undefined : t('cash.amountFault')}
      onConfirm={async ({ reason }) => {
        const body = { kind, moved_minor: minor ?? 0, reason }
        await api.call('POST /api/v1/shifts/{id}/cash-moves', { params: { id: shift.id }, headers: keyOf(body), body })
        toast.success(t(`cash.move.done.${kind}`))
        onMoved()
      }}
      onClose={onClose}
    >
      <p>{t(`cash.move.lead.${kind}`)}</p>
      {kind !== 'drawer_open' && (
        <Field label={t('cash.column.amount')}>
          {(tied) => (
            <input
              {...tied}
              className="input input--money tabular"
              inputMode="decimal"
              autoComplete="off"
              maxLength={14}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
    </AuthoriseDialog>
  )
}
