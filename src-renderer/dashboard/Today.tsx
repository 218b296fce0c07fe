import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { NewBooking } from '../bookings/NewBooking.tsx'
import { Metrics } from './Metrics.tsx'
import { NextBookings } from './NextBookings.tsx'

/** The day at a glance. */
export function Today() {
  const t = useT()
  const [isNew, setIsNew] = useState(false)
  const { resource, refresh } = useResource({
    key: 'metrics',
    load: () => api.call('GET /api/v1/metrics/summary'),
    refreshOn: () => true,
  })
  useShortcuts({ n: () => setIsNew(true) })
  return (
    <>
      <div className="screen__head">
        <h1>{t('console.today.title')}</h1>
        <div className="screen__tools">
          <Button look="primary" onClick={() => setIsNew(true)} aria-keyshortcuts="n">
            {t('console.bookings.new')}
          </Button>
        </div>
      </div>
      <section aria-labelledby="metrics-title">
        <h2 id="metrics-title" className="visually-hidden">
          {t('console.today.metrics')}
        </h2>
        <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(metrics) => metrics.server_time}>
          {(metrics) => <Metrics metrics={metrics} />}
        </ResourceView>
      </section>
      <NextBookings />
      {/* The lists refresh themselves: the server tells of what this console books as of anything else. */}
      {isNew && <NewBooking date={null} onClose={() => setIsNew(false)} onBooked={() => void refresh()} />}
    </>
  )
}
