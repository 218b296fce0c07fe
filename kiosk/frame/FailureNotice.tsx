import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useKioskState } from '../session/kiosk-context.ts'
import type { Failure, Purpose } from '../session/session.ts'
import { purposeOf } from './progress.ts'

/** What did not work and what to do now; the code stands small below, for the phone call. */
export function FailureNotice({ failure }: { readonly failure: Failure }) {
  const t = useT()
  const purpose = useKioskState(({ session }) => purposeOf(session))
  return (
    <div className="notice" role="alert">
      <p className="notice__words">{words(failure, purpose, t)}</p>
      <p className="notice__code">{t('kiosk.code', { code: failure })}</p>
    </div>
  )
}

/** The common words speak of slots, which parking has none of. */
const ofParking = ['slot_taken', 'slot_past', 'lead_time', 'outside_window', 'invalid_interval', 'not_found'] as const

function words(failure: Failure, purpose: Purpose | undefined, t: Translator): string {
  const own = purpose === 'parking' ? ofParking.find((code) => code === failure) : undefined
  return own === undefined ? t(`error.${failure}`) : t(`kiosk.parking.${own}`)
}
