import type { TariffVersion } from '../../src-shared/api/tariff-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { goTo } from '../shell/hash-route.ts'
import { ChangeList } from './ChangeList.tsx'
import { useKeptDraft } from './editor/kept-draft.ts'
import { PlanFacts } from './PlanFacts.tsx'
import { useMomentWords } from './use-moment-words.ts'

interface VersionDialogProps {
  readonly version: TariffVersion
  /** Newest first. */
  readonly versions: readonly TariffVersion[]
  readonly mayEdit: boolean
  readonly onClose: () => void
}

/** One version in words: when it holds, what it says, and what it changed about the one made before it. */
export function VersionDialog({ version, versions, mayEdit, onClose }: VersionDialogProps) {
  const t = useT()
  const at = useMomentWords()
  const { discard } = useKeptDraft()
  const { valid_from: from, valid_until: until } = version
  const previous = versions.find(({ number }) => number < version.number)
  const values = { from: from === null ? t('tariffs.fromFirst') : at(from), until: until === null ? '' : at(until) }
  const startDraft = () => {
    discard()
    onClose()
    goTo('tariffs', `edit=${version.id}`)
  }
  return (
    <Dialog
      title={t('tariffs.version.title', { number: version.number, name: version.name })}
      size="wide"
      onClose={onClose}
      actions={
        <>
          {mayEdit && <Button onClick={startDraft}>{t('tariffs.version.copy')}</Button>}
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p>
        {t(`tariffs.version.${version.state}`, values)}{' '}
        {version.state === 'in_force' && until !== null && t('tariffs.version.until', values)}
      </p>
      <PlanFacts plan={version.plan} />
      {previous !== undefined && (
        <section className="tariffs__part">
          <h3>{t('tariffs.version.changes', { number: previous.number, name: previous.name })}</h3>
          <ChangeList before={previous.plan} after={version.plan} />
        </section>
      )}
    </Dialog>
  )
}
