import { useT } from '../../src-shared/ui/translator.tsx'
import { StatusScreen } from './StatusScreen.tsx'

/** A link that the server knows nothing of. */
export function GonePage() {
  const t = useT()
  return <StatusScreen title={t('status.gone.title')} lead={t('status.gone.body')} tone="over" />
}
