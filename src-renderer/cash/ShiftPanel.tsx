import type { ReactNode } from 'react'
import type { OpenShift } from '../../src-shared/api/shift-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { CashMoves } from './CashMoves.tsx'
import { moveKinds, type MoveKind } from './MoveCashDialog.tsx'

interface ShiftPanelProps {
  readonly shift: OpenShift
  readonly onMove: (kind: MoveKind) => void
  readonly onClose: () => void
}

/** The open shift: never what the drawer should hold, so that the count stays blind. */
export function ShiftPanel({ shift, onMove, onClose }: ShiftPanelProps) {
  const t = useT()
  return (
    <section className="cash-panel" aria-labelledby="cash-shift">
      <h2 id="cash-shift">{t('cash.shift', { number: shift.number })}</h2>
      <dl className="cash-facts">
        <Fact name={t('cash.since')}>
          <SiteTime at={shift.opened_at} />
        </Fact>
        <Fact name={t('cash.openedBy')}>{shift.opened_by}</Fact>
        <Fact name={t('cash.float')}>{formatMoney(shift.float, t.language)}</Fact>
        <Fact name={t('cash.payments')}>{shift.tenders}</Fact>
      </dl>
      <div className="cash-actions">
        {moveKinds.map((kind) => (
          <Button data-command={`cash.${kind}`} key={kind} onClick={() => onMove(kind)}>
            {t(`cash.move.${kind}`)}
          </Button>
        ))}
        <Button data-command="cash.close" look="primary" onClick={onClose}>
          {t('cash.close')}
        </Button>
      </div>
      <h3>{t('cash.moves')}</h3>
      <CashMoves moves={shift.cash_moves} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
