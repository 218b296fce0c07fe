import { useT } from '../../src-shared/ui/translator.tsx'
import { Screen } from '../frame/Screen.tsx'
import { WaysOut } from '../frame/WaysOut.tsx'
import { useSend, useSite } from '../session/kiosk-context.ts'
import { purposesOf } from './purposes.ts'

/** Park or wash? */
export function PurposeScreen() {
  const t = useT()
  const send = useSend()
  const site = useSite()
  return (
    <Screen name="purpose" title={t('kiosk.purpose.title')} secondary={<WaysOut />}>
      <ul className="cards cards--tall">
        {purposesOf(site).map((purpose) => (
          <li key={purpose}>
            <button
              type="button"
              className="card choice-card choice-card--large"
              onClick={() => send({ type: 'purpose_chosen', purpose })}
            >
              <span className="choice-card__name">{t(`kiosk.purpose.${purpose}`)}</span>
              <span className="choice-card__words">{t(`kiosk.purpose.${purpose}Words`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
