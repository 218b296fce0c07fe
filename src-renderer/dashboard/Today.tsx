import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { OwnWindow } from '../shell/own-window.tsx'
import { WaitlistPanel } from '../waitlist/WaitlistPanel.tsx'
import { LotToday, Occupancy } from './LotToday.tsx'
import { Metrics } from './Metrics.tsx'
import { NextBookings } from './NextBookings.tsx'

/** The day at a glance. */
export function Today() {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'metrics',
    load: () => api.call('GET /api/v1/metrics/summary'),
    refreshOn: () => true,
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('console.today.title')}</h1>
        <div className="screen__tools">
          <OwnWindow screen="today" />
          <Button
            data-command="book-wash"
            onClick={() => openCounter({ is: 'book-wash', date: null })}
            aria-keyshortcuts="n"
          >
            {t('console.bookings.new')}
          </Button>
          <Button data-command="exit" onClick={() => openCounter({ is: 'exit' })} aria-keyshortcuts="e">
            {t('counter.exit')}
          </Button>
          <Button
            data-command="walk-in"
            look="primary"
            onClick={() => openCounter({ is: 'walk-in' })}
            aria-keyshortcuts="w"
          >
            {t('counter.walkIn')}
          </Button>
        </div>
      </div>
      <LotToday />
      <section aria-labelledby="metrics-title">
        <h2 id="metrics-title" className="visually-hidden">
          {t('console.today.metrics')}
        </h2>
        <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(metrics) => metrics.server_time}>
          {(metrics) => <Metrics metrics={metrics} />}
        </ResourceView>
      </section>
      <div className="today">
        <div className="today__main">
          <NextBookings />
          <WaitlistPanel />
        </div>
        <Occupancy />
      </div>
    </>
  )
}
