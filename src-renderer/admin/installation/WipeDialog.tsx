import { useState } from 'react'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { leaveWipedSite } from '../../sign-in/session-store.ts'
import { TextField } from '../form/TextField.tsx'

/** Removes the demo site, once somebody has typed the word for it and the PIN. */
export function WipeDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const word = t('admin.demo.word')
  const wipe = async (pin: string) => {
    await api.call('POST /api/v1/demo/wipe', { body: { pin } })
    location.hash = ''
    await leaveWipedSite()
  }
  return (
    <PinDialog
      title={t('admin.demo.ask')}
      confirm={t('admin.demo.wipe')}
      look="danger"
      fault={typed.trim().toUpperCase() === word ? undefined : t('admin.demo.wordFault', { word })}
      onConfirm={wipe}
      onClose={onClose}
    >
      <p>{t('admin.demo.askText')}</p>
      <TextField label={t('admin.demo.wordLabel', { word })} value={typed} onValue={setTyped} maxLength={20} />
    </PinDialog>
  )
}
