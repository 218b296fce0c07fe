import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Waiting } from '../controls/Waiting.tsx'
import { Gate } from './Gate.tsx'
import { askWhoIsHere } from './session-store.ts'

/** Before it is known who is here. */
export function StartPage({ unreachable }: { unreachable: boolean }) {
  const t = useT()
  if (!unreachable) {
    return (
      <main className="screen screen--alone">
        <h1 className="visually-hidden">{t('console.start.title')}</h1>
        <Waiting />
      </main>
    )
  }
  return (
    <Gate>
      <h1>{t('console.start.unreachable')}</h1>
      <p role="status">{t('console.start.unreachableHint')}</p>
      <div className="form__actions">
        <Button look="primary" onClick={() => void askWhoIsHere()}>
          {t('console.tryAgain')}
        </Button>
      </div>
    </Gate>
  )
}
