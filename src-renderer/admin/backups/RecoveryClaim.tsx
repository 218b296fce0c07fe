import { useEffect, useState } from 'react'
import type { BackupItem, BackupPreview } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'
import { Waiting } from '../../controls/Waiting.tsx'
import { TextField } from '../form/TextField.tsx'
import { ContentsTable } from './ContentsTable.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { ageWords, utcWords } from './backup-words.ts'

interface RecoveryClaimProps {
  readonly item: BackupItem
  readonly preview: BackupPreview | null
  readonly onPreview: (preview: BackupPreview) => void
  readonly onRestored: () => void
  readonly onBack: () => void
}

/** Looks into the chosen copy, and restores it for somebody whom the copy itself knows as its admin. */
export function RecoveryClaim({ item, preview, onPreview, onRestored, onBack }: RecoveryClaimProps) {
  const t = useT()
  const [passphrase, setPassphrase] = useState<string | undefined>()
  const { task, run } = useTask()
  const look = (given: string | undefined) =>
    run(async () => {
      const body = given === undefined ? {} : { passphrase: given }
      onPreview(await api.call('POST /api/v1/recovery/{id}/preview', { params: { id: item.id }, body }))
      setPassphrase(given)
    })
  useEffect(() => {
    if (!item.encrypted) void look(undefined)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is chosen
  }, [])
  return (
    <section className="admin-part" aria-labelledby="recovery-chosen">
      <h2 id="recovery-chosen">
        {item.made_at === null
          ? t('backups.sheetUnknown', { id: item.id })
          : t('backups.sheet', { at: utcWords(item.made_at, t) })}
      </h2>
      {preview === null && item.encrypted && (
        <PassphraseForm busy={task.is === 'busy'} onOpen={(given) => void look(given)} />
      )}
      {preview === null && !item.encrypted && task.is === 'busy' && <Waiting />}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      {preview !== null && <Seen preview={preview} />}
      {preview?.contents != null && <ClaimForm id={item.id} passphrase={passphrase} onRestored={onRestored} />}
      <div className="form__actions">
        <Button onClick={onBack}>{t('recovery.back')}</Button>
      </div>
    </section>
  )
}

function Seen({ preview }: { preview: BackupPreview }) {
  const t = useT()
  const { verdict, why, contents } = preview
  return (
    <>
      <p className={verdict === 'whole' ? 'note note--ok' : 'note note--danger'}>{t(`backups.verdict.${verdict}`)}</p>
      {why !== null && <p className="field__hint recovery__detail">{why}</p>}
      <p>{ageWords(preview.item.made_at, preview.server_time, t)}</p>
      {contents !== null && <ContentsTable contents={contents} current={null} timeOf={(at) => utcWords(at, t)} />}
    </>
  )
}

interface ClaimFormProps {
  readonly id: string
  readonly passphrase: string | undefined
  readonly onRestored: () => void
}

function ClaimForm({ id, passphrase, onRestored }: ClaimFormProps) {
  const t = useT()
  const { task, run } = useTask()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const restore = () =>
    run(async () => {
      const body = { username: username.trim(), password, ...(passphrase === undefined ? {} : { passphrase }) }
      await api.call('POST /api/v1/recovery/{id}/restore', { params: { id }, body })
      onRestored()
    })
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (username.trim() !== '' && password !== '') void restore()
      }}
    >
      <p>{t('recovery.claim')}</p>
      <TextField
        label={t('console.signIn.username')}
        value={username}
        onValue={setUsername}
        maxLength={64}
        autoComplete="username"
      />
      <Field label={t('console.signIn.password')}>
        {(tied) => <PasswordInput {...tied} autoComplete="current-password" value={password} onValue={setPassword} />}
      </Field>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <div className="form__actions">
        <Button type="submit" look="danger" busy={task.is === 'busy'}>
          {t('recovery.restore')}
        </Button>
      </div>
    </form>
  )
}
