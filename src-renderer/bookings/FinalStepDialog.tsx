import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'

interface FinalStepDialogProps {
  readonly booking: StaffBooking
  readonly action: 'no_show' | 'cancel'
  /** Ends when the server has done it. */
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before a booking ends for good. */
export function FinalStepDialog({ booking, action, onConfirm, onClose }: FinalStepDialogProps) {
  const t = useT()
  const at = useSiteTime()
  const { task, run } = useTask()
  const confirm = async () => {
    await onConfirm()
    onClose()
  }
  const facts = { plate: booking.plate, time: at(booking.start), bay: booking.resource.label }
  return (
    <ConfirmDialog
      title={t(`console.ask.${action}`)}
      confirm={t(`console.action.${action}`)}
      task={task}
      onConfirm={() => void run(confirm)}
      onClose={onClose}
    >
      <p>{t(`console.ask.${action}Text`, facts)}</p>
      {action === 'cancel' && booking.paid !== null && (
        <p className="note note--warning">
          {t('console.ask.cancelPaid', { amount: formatMoney(booking.paid.amount, t.language) })}
        </p>
      )}
    </ConfirmDialog>
  )
}
