import { useEffect, useMemo, useState } from 'react'
import type { TariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import { currencyDigits } from '../../../src-shared/format/money-text.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { desktop } from '../../bridge.ts'
import { Button } from '../../controls/Button.tsx'
import { goTo } from '../../shell/hash-route.ts'
import { useSite } from '../../shell/site.tsx'
import { PricePanel } from '../PricePanel.tsx'
import { BandsEditor } from './BandsEditor.tsx'
import { draftOf, type Draft } from './draft.ts'
import { readDraft } from './draft-plan.ts'
import { Findings } from './Findings.tsx'
import { FindingsProvider } from './findings-context.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { RatesEditor } from './RatesEditor.tsx'
import { RulesEditor } from './RulesEditor.tsx'
import { SaveDialog } from './SaveDialog.tsx'

interface TariffEditorProps {
  /** What a new draft is a copy of. */
  readonly base: TariffVersion
  readonly inForce: TariffVersion
  readonly coming: readonly TariffVersion[]
  readonly onSaved: () => void
}

/** A draft beside what it would charge. Nothing is in force until it is saved as a new version. */
export function TariffEditor({ base, inForce, coming, onSaved }: TariffEditorProps) {
  const t = useT()
  const digits = currencyDigits(useSite().currency)
  const { kept, keep, discard } = useKeptDraft()
  const [first] = useState(() => draftOf(base.plan, digits))
  const [isSaving, setIsSaving] = useState(false)
  const draft = kept ?? first
  const { plan, findings } = useMemo(() => readDraft(draft, digits, t), [draft, digits, t])
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  useWarningBeforeLeaving(kept !== null)
  const leave = () => {
    discard()
    goTo('tariffs')
  }
  const usable = hasErrors ? null : plan
  return (
    <div className="tariffs tariffs--editor">
      <div className="screen__head">
        <h1>{t('tariffEditor.title')}</h1>
        <EditorTools hasErrors={hasErrors} isChanged={kept !== null} onLeave={leave} onSave={() => setIsSaving(true)} />
      </div>
      <p className="lead">{t('tariffEditor.lead', { name: base.name })}</p>
      <Findings findings={findings} />
      <FindingsProvider findings={findings}>
        <div className="tariffs__columns">
          <div className="tariffs__main">
            <DraftFields draft={draft} change={keep} />
          </div>
          <PricePanel asked={useAsked(usable)} inForceId={inForce.id} />
        </div>
      </FindingsProvider>
      {isSaving && usable !== null && (
        <SaveDialog
          plan={usable}
          inForce={inForce}
          coming={coming}
          onSaved={() => (onSaved(), leave())}
          onClose={() => setIsSaving(false)}
        />
      )}
    </div>
  )
}

/** The same object for the same plan, so that a price is asked once. */
function useAsked(plan: ReturnType<typeof readDraft>['plan']) {
  return useMemo(() => (plan === null ? null : { plan }), [plan])
}

function DraftFields({ draft, change }: { draft: Draft; change: (draft: Draft) => void }) {
  return (
    <>
      <RatesEditor draft={draft} change={change} />
      <BandsEditor draft={draft} change={change} />
      <RulesEditor draft={draft} change={change} />
    </>
  )
}

interface EditorToolsProps {
  readonly hasErrors: boolean
  readonly isChanged: boolean
  readonly onLeave: () => void
  readonly onSave: () => void
}

function EditorTools({ hasErrors, isChanged, onLeave, onSave }: EditorToolsProps) {
  const t = useT()
  const whyNot = 'save-why-not'
  return (
    <div className="editor-tools">
      <div className="screen__tools">
        <Button onClick={onLeave}>{t(isChanged ? 'tariffs.draft.discard' : 'common.cancel')}</Button>
        <Button
          look="primary"
          aria-disabled={hasErrors || !isChanged}
          aria-describedby={hasErrors || !isChanged ? whyNot : undefined}
          onClick={onSave}
        >
          {t('tariffEditor.save')}
        </Button>
      </div>
      {(hasErrors || !isChanged) && (
        <p className="field__hint" id={whyNot}>
          {t(hasErrors ? 'tariffEditor.saveErrors' : 'tariffEditor.saveUnchanged')}
        </p>
      )}
    </div>
  )
}

/** In a browser, a reload or a closed tab would lose the draft. The desktop's window is only put away. */
function useWarningBeforeLeaving(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged || desktop !== undefined) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
