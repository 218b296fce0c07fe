import { useT } from '../../src-shared/ui/translator.tsx'
import type { Failure } from '../session/session.ts'

/** What did not work and what to do now; the code stands small below, for the phone call. */
export function FailureNotice({ failure }: { readonly failure: Failure }) {
  const t = useT()
  return (
    <div className="notice" role="alert">
      <p className="notice__words">{t(`error.${failure}`)}</p>
      <p className="notice__code">{t('kiosk.code', { code: failure })}</p>
    </div>
  )
}
