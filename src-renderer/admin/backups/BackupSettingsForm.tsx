import { useState } from 'react'
import type { BackupList } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { Button } from '../../controls/Button.tsx'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { ChoiceField, TextField } from '../form/TextField.tsx'
import { SealingFields } from './SealingFields.tsx'
import { asksForPassphrase, isComplete, sealingDraft } from './sealing-draft.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const OFF = 'off'

/** When a backup is made by itself, where else it goes, and whether it is encrypted there. */
export function BackupSettingsForm({ list, onSaved }: { list: BackupList; onSaved: () => void }) {
  const t = useT()
  const { settings, passphrase } = list
  const [hour, setHour] = useState(settings.nightly_hour === null ? OFF : String(settings.nightly_hour))
  const [folder, setFolder] = useState(settings.second_folder ?? '')
  const [sealing, setSealing] = useState(() => sealingDraft(settings.encrypt_second))
  const [isTried, setIsTried] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const ask = () => {
    const isReady = isComplete(sealing, passphrase)
    setIsTried(!isReady)
    setIsAsking(isReady)
  }
  const save = async (pin: string) => {
    const body = {
      nightly_hour: hour === OFF ? null : Number(hour),
      second_folder: folder.trim() === '' ? null : folder.trim(),
      encrypt_second: sealing.isOn,
      ...(asksForPassphrase(sealing, passphrase) ? { passphrase: sealing.typed } : {}),
      pin,
    }
    await api.call('PUT /api/v1/backups/settings', { body })
    setIsAsking(false)
    setSealing(sealingDraft(sealing.isOn))
    onSaved()
  }
  const options = [
    ...hours.map((one) => [String(one), `${String(one).padStart(2, '0')}:00`] as const),
    [OFF, t('backups.settings.off')] as const,
  ]
  return (
    <section className="admin-part admin-form--narrow" aria-labelledby="backup-settings">
      <h2 id="backup-settings">{t('backups.settings')}</h2>
      <ChoiceField
        label={t('backups.settings.hour')}
        hint={t('backups.settings.hourHint')}
        value={hour}
        options={options}
        onValue={setHour}
      />
      <TextField
        label={t('backups.settings.second')}
        hint={t('backups.settings.secondHint')}
        value={folder}
        onValue={setFolder}
        maxLength={400}
      />
      <SealingFields
        draft={sealing}
        wasOn={settings.encrypt_second}
        passphrase={passphrase}
        plainThere={list.backups.filter(({ encrypted, places }) => !encrypted && places.includes('second')).length}
        isTried={isTried}
        onDraft={setSealing}
      />
      <div>
        <Button onClick={ask}>{t('backups.settings.save')}</Button>
      </div>
      {isAsking && (
        <PinDialog
          title={t('backups.settings.ask')}
          confirm={t('backups.settings.confirm')}
          onConfirm={save}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  )
}
