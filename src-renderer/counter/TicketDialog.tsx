import type { ParkedStay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'

interface TicketDialogProps {
  readonly stay: ParkedStay
  readonly onNext: () => void
  readonly onClose: () => void
}

/** What to tell the driver: the ticket, the bay, the time. Enter goes on to the next car. */
export function TicketDialog({ stay, onNext, onClose }: TicketDialogProps) {
  const t = useT()
  const at = useSiteTime()
  return (
    <Dialog
      title={t('counter.ticket.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onNext}>{t('counter.ticket.next')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('console.done')}
          </Button>
        </>
      }
    >
      <div className="ticket" role="status">
        <p className="ticket__code tabular">
          <span className="visually-hidden">{t('counter.ticket.code')} </span>
          {stay.ticket}
        </p>
        <p>
          <Plate plate={stay.plate} large />
        </p>
        <dl className="ticket__facts">
          <div>
            <dt>{t('counter.ticket.bay')}</dt>
            <dd className="ticket__bay">{stay.bay.label}</dd>
          </div>
          <div>
            <dt>{t('counter.ticket.time')}</dt>
            <dd className="ticket__bay tabular">
              <SiteTime at={stay.entered_at} />
            </dd>
          </div>
        </dl>
        {stay.bay_booked_from !== null && (
          <p className="note note--warning">{t('counter.ticket.bookedFrom', { time: at(stay.bay_booked_from) })}</p>
        )}
      </div>
    </Dialog>
  )
}
