import { lengthWords } from '../../src-shared/format/length-words.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { purposesOf } from '../attract/purposes.ts'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { LeaveButton, WaysOut } from '../frame/WaysOut.tsx'
import { soonestDay } from '../opening/opening-hours.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'

/** The washes on offer: what one gets, how long it takes, what it costs. */
export function ServiceScreen({ session }: { readonly session: SessionAt<'service'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const { wash_services: services } = site
  const soonest = useSoonestWashDay()
  return (
    <Screen
      name="service"
      title={t('kiosk.service.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={purposesOf(site).length > 1 ? <WaysOut /> : <LeaveButton />}
    >
      {services.length === 0 && <p className="empty">{t('kiosk.service.none')}</p>}
      <ul className="cards">
        {services.map((service) => (
          <li key={service.id}>
            <button
              type="button"
              className="card service-card"
              onClick={() => send({ type: 'service_chosen', service, ...soonest })}
            >
              <span className="service-card__name">{service.name}</span>
              <span className="service-card__price tabular">{formatMoney(service.price, t.language)}</span>
              <span className="service-card__time tabular">{lengthWords(service.duration_minutes, t)}</span>
              <span className="service-card__words">{service.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** The day whose times are shown first: most want their car washed as soon as possible. */
function useSoonestWashDay(): { readonly date?: string } {
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date)
  const time = useServerTimeSelector((state) => state.timeData?.time_24h.slice(0, 5))
  const date = today === undefined || time === undefined ? undefined : soonestDay(site, 'wash', today, time)
  return date === undefined ? {} : { date }
}
