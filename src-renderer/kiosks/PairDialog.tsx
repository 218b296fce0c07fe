import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useNotifications } from '../connection/live.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { codeGroups } from './pairing-code.ts'

type Pairing = ResponseOf<Routes['POST /api/v1/devices/pairing-codes']>

/** Names the tablet, then shows the code for it; goes away by itself when the tablet is paired. */
export function PairDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { task, run } = useTask()
  const [name, setName] = useState('')
  const [pairing, setPairing] = useState<Pairing | null>(null)
  useNotifications((notification) => {
    if (notification.type === 'kiosk_changed' && notification.change === 'paired' && pairing !== null) onClose()
  })
  const makeCode = () =>
    run(async () => {
      const device_name = name.trim()
      setPairing(
        await api.call('POST /api/v1/devices/pairing-codes', { body: device_name === '' ? {} : { device_name } }),
      )
    })
  return (
    <Dialog
      title={t('console.pair.title')}
      size={pairing === null ? 'narrow' : 'wide'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(pairing === null ? 'common.cancel' : 'common.close')}</Button>
          <CodeButton pairing={pairing} busy={task.is === 'busy'} onClick={() => void makeCode()} />
        </>
      }
    >
      {pairing === null ? (
        <NameForm name={name} onName={setName} onSubmit={() => void makeCode()} />
      ) : (
        <PairingCode pairing={pairing} />
      )}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

interface NameFormProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly onSubmit: () => void
}

function NameForm({ name, onName, onSubmit }: NameFormProps) {
  const t = useT()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Field label={t('console.pair.name')} hint={t('console.pair.nameHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            maxLength={40}
            autoComplete="off"
            value={name}
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
    </form>
  )
}

/** Making the code is the next action when there is none, or none that is still good. */
function CodeButton({ pairing, busy, onClick }: { pairing: Pairing | null; busy: boolean; onClick: () => void }) {
  const t = useT()
  const left = useCountdown(pairing?.expires_at ?? null)
  const isGood = pairing !== null && left !== 0
  return (
    <Button look={isGood ? 'plain' : 'primary'} busy={busy} onClick={onClick}>
      {t(pairing === null ? 'console.pair.make' : 'console.pair.new')}
    </Button>
  )
}

function PairingCode({ pairing }: { pairing: Pairing }) {
  const t = useT()
  const isOver = useCountdown(pairing.expires_at) === 0
  return (
    <div className="pairing" data-over={isOver}>
      <QrCode svg={pairing.qr_svg} />
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
        <p className="field__hint">
          {t('console.pair.address')}: <span className="pairing__address">{pairing.pairing_url.split('#')[0]}</span>
        </p>
        {pairing.authority !== null && <AuthorityHint {...pairing.authority} />}
      </div>
    </div>
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

/** The server's SVG as an image of its own: nothing of it becomes part of the page. */
function QrCode({ svg }: { svg: string }) {
  const t = useT()
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    if (image.current !== null) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [svg])
  return <img className="pairing__qr" ref={image} width="240" height="240" alt={t('console.pair.qr')} />
}
