import type { ResponseOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { QrImage } from '../controls/QrImage.tsx'
import { codeGroups } from './pairing-code.ts'

export type Pairing = ResponseOf<Routes['POST /api/v1/devices/pairing-codes']>

/** Making the code is the next action when there is none, or none that is still good. */
export function CodeButton({
  pairing,
  busy,
  onClick,
}: {
  pairing: Pairing | null
  busy: boolean
  onClick: () => void
}) {
  const t = useT()
  const left = useCountdown(pairing?.expires_at ?? null)
  const isGood = pairing !== null && left !== 0
  return (
    <Button look={isGood ? 'plain' : 'primary'} busy={busy} onClick={onClick}>
      {t(pairing === null ? 'console.pair.make' : 'console.pair.new')}
    </Button>
  )
}

/** The code as a QR and as letters, with how long it is good for. */
export function PairingCode({ pairing }: { pairing: Pairing }) {
  const t = useT()
  const isOver = useCountdown(pairing.expires_at) === 0
  return (
    <div className="pairing" data-over={isOver}>
      <PairingQr page={pairing} name={pairing.by_name === null ? null : t('console.pair.byAddress')} />
      {pairing.by_name !== null && <PairingQr page={pairing.by_name} name={t('console.pair.byName')} />}
      <div className="pairing__words">
        <p>{t('console.pair.steps')}</p>
        <p className="field__label" id="pairing-code">
          {t('console.pair.code')}
        </p>
        <p className="pairing__code tabular" aria-labelledby="pairing-code" role="group">
          {codeGroups(pairing.code).map((group) => (
            <span key={group}>{group}</span>
          ))}
        </p>
        <p className="pairing__left" role={isOver ? 'alert' : undefined}>
          {isOver ? t('console.pair.over') : <Countdown deadline={pairing.expires_at} words="console.pair.left" />}
        </p>
        <p className="field__hint">{t('console.pair.once')}</p>
        {pairing.by_name !== null && <p className="field__hint">{t('console.pair.either')}</p>}
        {pairing.authority !== null && <AuthorityHint {...pairing.authority} />}
      </div>
    </div>
  )
}

interface PairingQrProps {
  readonly page: Pick<Pairing, 'pairing_url' | 'qr_svg'>
  /** What tells it from the other one, where there are two. */
  readonly name: string | null
}

/** One way to the page, scanned or typed. */
function PairingQr({ page, name }: PairingQrProps) {
  const t = useT()
  const qr = t('console.pair.qr')
  return (
    <figure className="pairing__way">
      <QrImage
        className="pairing__qr"
        size={240}
        alt={name === null ? qr : t('console.pair.qrOf', { way: name, qr })}
        svg={page.qr_svg}
      />
      <figcaption className="field__hint">
        {name ?? t('console.pair.address')}: <span className="pairing__address">{page.pairing_url.split('#')[0]}</span>
      </figcaption>
    </figure>
  )
}

/** A tablet that has not been given the certificate warns of the page instead of opening it. */
function AuthorityHint({ url, fingerprint }: NonNullable<Pairing['authority']>) {
  const t = useT()
  return (
    <>
      <p className="field__hint">
        {t('console.pair.authority')} <span className="pairing__address">{url}</span>
      </p>
      <p className="field__hint">
        {t('console.pair.fingerprint')} <span className="pairing__address">{fingerprint}</span>
      </p>
    </>
  )
}
