import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import type { Moving } from './moving.ts'
import type { BayWork } from './use-bay-work.ts'

interface MoveDialogProps {
  readonly moving: Moving
  readonly to: LotBay
  readonly work: BayWork
  readonly onMoved: () => void
  readonly onClose: () => void
}

/** Asks once more before a car or booking goes to the bay that was pointed at: a slip on the map is easy. */
export function MoveDialog({ moving, to, work, onMoved, onClose }: MoveDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  return (
    <ConfirmDialog
      title={t('lot.move.ask', { plate: moving.plate, bay: to.label })}
      confirm={t('lot.move.submit')}
      look="primary"
      task={task}
      onConfirm={() =>
        void run(async () => {
          await work.move(moving, to)
          onMoved()
        })
      }
      onClose={onClose}
    >
      <p>{t('lot.move.text', { plate: moving.plate, from: moving.from, bay: to.label })}</p>
    </ConfirmDialog>
  )
}
