import { useState } from 'react'
import type { Stay, Waiting as WaitingCar } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Plate } from '../controls/Plate.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { offerUndo } from '../undo/undo.tsx'
import { TicketDialog } from '../counter/TicketDialog.tsx'
import { useWaitlist } from './use-waitlist.ts'

/** Who waits for a bay, longest first, with the turn of whoever can have one now. */
export function WaitlistPanel() {
  const t = useT()
  const { resource, refresh } = useWaitlist()
  const [ticket, setTicket] = useState<Stay>()
  return (
    <section className="panel" aria-labelledby="waitlist-title">
      <div className="panel__head">
        <h2 id="waitlist-title">{t('waitlist.title')}</h2>
        <Button data-command="wait" onClick={() => openCounter({ is: 'wait' })} aria-keyshortcuts="q">
          {t('waitlist.add')}
        </Button>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(list) => list.server_time}>
        {({ waiting }) =>
          waiting.length === 0 ? (
            <p className="panel__empty">{t('waitlist.empty')}</p>
          ) : (
            <ol className="panel__list">
              {waiting.map((car) => (
                <WaitingRow key={car.id} car={car} onTicket={setTicket} refresh={refresh} />
              ))}
            </ol>
          )
        }
      </ResourceView>
      {ticket !== undefined && (
        <TicketDialog
          stay={{ ...ticket, bay_booked_from: null }}
          onNext={() => {
            setTicket(undefined)
            openCounter({ is: 'walk-in' })
          }}
          onClose={() => setTicket(undefined)}
        />
      )}
    </section>
  )
}

interface WaitingRowProps {
  readonly car: WaitingCar
  readonly onTicket: (stay: Stay) => void
  readonly refresh: () => Promise<void>
}

function WaitingRow({ car, onTicket, refresh }: WaitingRowProps) {
  const t = useT()
  const timeOf = useSiteTime()
  const { task, run } = useTask()
  const params = { id: car.id }
  const serve = () =>
    run(async () => {
      onTicket(await api.call('POST /api/v1/waitlist/{id}/serve', { params }))
      await refresh()
    })
  const leave = () =>
    run(async () => {
      await api.call('DELETE /api/v1/waitlist/{id}', { params })
      offerUndo(t('waitlist.left', { plate: car.plate }), async () => {
        await api.call('POST /api/v1/waitlist/{id}/return', { params })
        await refresh()
      })
      await refresh()
    })
  return (
    <li className="panel__row" data-offered={car.state === 'offered'}>
      <Plate plate={car.plate} />
      <span>{t(`tariff.class.${car.bay_class}`)}</span>
      <span className="tabular">
        <SiteTime at={car.since} />
      </span>
      <span className="panel__words">
        {car.offer_expires_at === null ? car.phone : t('waitlist.offered', { until: timeOf(car.offer_expires_at) })}
      </span>
      <Button
        data-command="waitlist.serve"
        look={car.state === 'offered' ? 'primary' : 'plain'}
        busy={task.is === 'busy'}
        onClick={() => void serve()}
      >
        {t('waitlist.serve', { plate: car.plate })}
      </Button>
      <Button data-command="waitlist.leave" look="quiet" onClick={() => void leave()}>
        {t('waitlist.leave', { plate: car.plate })}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </li>
  )
}
