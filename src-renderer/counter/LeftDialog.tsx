import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Plate } from '../controls/Plate.tsx'
import { PaidView } from './PaidView.tsx'

interface LeftDialogProps {
  readonly stay: Stay
  readonly payment: Payment | null
  readonly onNext: () => void
  readonly onClose: () => void
}

/** The gate may open: the change and the receipt, then the next car. */
export function LeftDialog({ stay, payment, onNext, onClose }: LeftDialogProps) {
  const t = useT()
  return (
    <Dialog
      title={t('counter.left.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onNext}>{t('counter.left.next')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('console.done')}
          </Button>
        </>
      }
    >
      <p className="sheet__head" role="status">
        <Plate plate={stay.plate} large /> {t('counter.left.text', { bay: stay.bay.label })}
      </p>
      {payment !== null && <PaidView payment={payment} />}
    </Dialog>
  )
}
