import type { AuditVerification } from '../../src-shared/api/audit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'

/** What the trail was compared with besides itself. */
export function HeadFacts({ verification }: { verification: AuditVerification }) {
  const t = useT()
  const at = useSiteTime()
  const { checked, newest, superseded, folder, problem } = verification.heads
  return (
    <>
      {verification.state === 'done' && (
        <p>
          {t('audit.heads', { count: checked })}
          {newest !== null && ` ${t('audit.heads.newest', { at: at(newest.at), seq: String(newest.seq) })}`}
          {superseded > 0 && ` ${t('audit.heads.superseded', { count: superseded })}`}
        </p>
      )}
      {problem !== null && <p className="note note--warning">{t('audit.heads.problem', { problem })}</p>}
      <p className="field__hint verify__folder">{t('audit.heads.folder', { folder })}</p>
    </>
  )
}
