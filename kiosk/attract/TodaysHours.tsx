import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { hoursOn } from '../opening/opening-hours.ts'
import { useSite } from '../session/kiosk-context.ts'

/** Today's hours, today being the server's day. */
export function TodaysHours() {
  const t = useT()
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date)
  if (today === undefined) return null
  const words = (kind: 'wash' | 'parking') =>
    hoursOn(site, kind, today)
      .map((span) => t('kiosk.hours', { opens: span.opens, closes: span.closes }))
      .join(', ') || t('kiosk.attract.closedToday')
  return (
    <section className="todays-hours" aria-labelledby="todays-hours">
      <h2 id="todays-hours" className="todays-hours__title">
        {t('kiosk.attract.today')}
      </h2>
      <dl className="todays-hours__list tabular">
        <div>
          <dt>{t('kiosk.attract.wash')}</dt>
          <dd>{words('wash')}</dd>
        </div>
        <div>
          <dt>{t('kiosk.attract.parking')}</dt>
          <dd>{words('parking')}</dd>
        </div>
      </dl>
    </section>
  )
}
