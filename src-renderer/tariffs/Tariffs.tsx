import { useState } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import type { TariffVersion } from '../../src-shared/api/tariff-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { goTo } from '../shell/hash-route.ts'
import { useKeptDraft } from './editor/kept-draft.ts'
import { TariffEditor } from './editor/TariffEditor.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { PricePanel } from './PricePanel.tsx'
import { useMomentWords } from './use-moment-words.ts'
import { VersionDialog } from './VersionDialog.tsx'
import { VersionTable } from './VersionTable.tsx'

interface TariffsProps {
  readonly user: User
  /** `edit`, or `edit=<id>` to begin from a version. */
  readonly query: string
}

/** What parking costs: the tariff in force, what it would ask for a stay, and every version there was or will be. */
export function Tariffs({ user, query }: TariffsProps) {
  const { resource, refresh } = useResource({ key: 'tariffs', load: () => api.call('GET /api/v1/tariffs') })
  const mayEdit = user.role === 'owner'
  const [asked, from] = query.split('=', 2)
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()} asOf={({ server_time: serverTime }) => serverTime}>
      {({ versions }) => {
        const inForce = versions.find(({ state }) => state === 'in_force')
        if (inForce === undefined) return <NoTariff />
        return asked === 'edit' && mayEdit ? (
          <TariffEditor
            base={versions.find(({ id }) => id === from) ?? inForce}
            inForce={inForce}
            coming={versions.filter(({ state }) => state === 'coming')}
            onSaved={() => void refresh()}
          />
        ) : (
          <Overview versions={versions} inForce={inForce} mayEdit={mayEdit} />
        )
      }}
    </ResourceView>
  )
}

function NoTariff() {
  const t = useT()
  return (
    <>
      <h1>{t('tariffs.title')}</h1>
      <EmptyState title={t('tariffs.none')} hint={t('tariffs.noneHint')} />
    </>
  )
}

interface OverviewProps {
  readonly versions: readonly TariffVersion[]
  readonly inForce: TariffVersion
  readonly mayEdit: boolean
}

function Overview({ versions, inForce, mayEdit }: OverviewProps) {
  const t = useT()
  const at = useMomentWords()
  const [shown, setShown] = useState<TariffVersion | null>(null)
  return (
    <div className="tariffs">
      <div className="screen__head">
        <h1>{t('tariffs.title')}</h1>
        {mayEdit && <EditTools />}
      </div>
      {!mayEdit && <p className="note note--info">{t('tariffs.readOnly')}</p>}
      <div className="tariffs__columns">
        <div className="tariffs__main">
          <section className="tariffs__part" aria-labelledby="in-force">
            <h2 id="in-force">{t('tariffs.inForce')}</h2>
            <p className="tariffs__since">
              <strong>{inForce.name}</strong>{' '}
              {inForce.valid_from === null
                ? t('tariffs.sinceFirst')
                : t('tariffs.since', { at: at(inForce.valid_from) })}
            </p>
            <PlanFacts plan={inForce.plan} />
          </section>
          <section className="tariffs__part" aria-labelledby="versions">
            <h2 id="versions">{t('tariffs.versions')}</h2>
            <VersionTable versions={versions} onShow={setShown} />
          </section>
        </div>
        <PricePanel asked={{ version_id: inForce.id }} />
      </div>
      {shown !== null && (
        <VersionDialog version={shown} versions={versions} mayEdit={mayEdit} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

function EditTools() {
  const t = useT()
  const { kept, discard } = useKeptDraft()
  return (
    <div className="screen__tools">
      {kept !== null && (
        <>
          <span className="tariffs__kept">{t('tariffs.draft.kept')}</span>
          <Button onClick={discard}>{t('tariffs.draft.discard')}</Button>
        </>
      )}
      <Button data-command="tariffs.change" look="primary" onClick={() => goTo('tariffs', 'edit')}>
        {t(kept === null ? 'tariffs.change' : 'tariffs.draft.goOn')}
      </Button>
    </div>
  )
}
