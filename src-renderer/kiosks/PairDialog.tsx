import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useNotifications } from '../connection/live.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { CodeButton, PairingCode, type Pairing } from './PairingCode.tsx'

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
