import type { Device } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'

interface UnpairDialogProps {
  readonly device: Device
  readonly onUnpaired: () => void
  readonly onClose: () => void
}

export function UnpairDialog({ device, onUnpaired, onClose }: UnpairDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const unpair = async () => {
    await api.call('DELETE /api/v1/devices/{id}', { params: { id: device.id } })
    onUnpaired()
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('console.kiosks.askUnpair', { name: device.name })}
      confirm={t('console.kiosks.unpair')}
      task={task}
      onConfirm={() => void run(unpair)}
      onClose={onClose}
    >
      <p>{t('console.kiosks.askUnpairText')}</p>
    </ConfirmDialog>
  )
}
