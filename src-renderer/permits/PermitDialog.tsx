import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { longDate } from './long-date.ts'

interface PermitDialogProps {
  readonly permit: Permit
  /** Absent where it is not for them, or over already. */
  readonly onRevoke?: (() => void) | undefined
  readonly onClose: () => void
}

/** One permit: whose it is, for which bays, from when to when, and what became of it. */
export function PermitDialog({ permit, onRevoke, onClose }: PermitDialogProps) {
  const t = useT()
  const at = useSiteTime()
  const { bay_class: bayClass, revoked_at: revokedAt, revoked_reason: reason } = permit
  const facts = [
    ['holder', permit.holder],
    ['class', bayClass === null ? t('permits.allClasses') : t(`tariff.class.${bayClass}`)],
    ['from', longDate(permit.from_date, t.language)],
    ['to', longDate(permit.to_date, t.language)],
    ['state', t(`permits.state.${permit.state}`)],
  ] as const
  return (
    <Dialog
      title={t('permits.openOf', { plate: permit.plate })}
      onClose={onClose}
      actions={
        <>
          {onRevoke !== undefined && (
            <Button look="danger" onClick={onRevoke}>
              {t('permits.revoke')}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <dl className="permit-facts">
        {facts.map(([fact, words]) => (
          <div key={fact}>
            <dt>{t(`permits.column.${fact}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {revokedAt !== null && <p>{t('permits.revokedBecause', { at: at(revokedAt), reason: reason ?? '' })}</p>}
    </Dialog>
  )
}
