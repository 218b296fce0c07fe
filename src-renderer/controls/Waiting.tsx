import { useT } from '../../src-shared/ui/translator.tsx'

/** Shows itself after 300 ms, and after 3 s says what is going on: both by CSS, so that a quick answer shows nothing. */
export function Waiting() {
  const t = useT()
  return (
    <div className="waiting" role="status">
      <div className="waiting__bar" aria-hidden="true" />
      <p className="waiting__word">{t('console.waiting')}</p>
      <p className="waiting__long">{t('console.waitingLong')}</p>
    </div>
  )
}
