import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { TariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import type { TariffPlan } from '../../../src-shared/tariff/tariff-plan.ts'
import { useServerTimeSelector } from '../../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ChoosePinDialog } from '../../clock/ChoosePinDialog.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { ChangeList } from '../ChangeList.tsx'
import { saveFaults, validFrom, type SaveForm } from './save-form.ts'
import { SaveFields } from './SaveFields.tsx'

interface SaveDialogProps {
  readonly plan: TariffPlan
  readonly inForce: TariffVersion
  readonly coming: readonly TariffVersion[]
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Says once more what changes, and asks for a name, when it begins, and the PIN. */
export function SaveDialog({ plan, inForce, coming, onSaved, onClose }: SaveDialogProps) {
  const t = useT()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? '')
  const { task, run, clear } = useTask()
  const [form, setForm] = useState<SaveForm>({ name: '', when: 'now', date: today, time: '', pin: '' })
  const [isTried, setIsTried] = useState(false)

  const submit = async () => {
    setIsTried(true)
    if (saveFaults(form).length > 0) return
    await run(async () => {
      const body = { name: form.name.trim(), valid_from: validFrom(form, coming), plan, pin: form.pin }
      const saved = await api.call('POST /api/v1/tariffs', { body })
      toast.success(t(saved.state === 'coming' ? 'tariffs.saved.coming' : 'tariffs.saved.now', { name: saved.name }))
      onSaved()
    })
  }

  if (task.is === 'failed' && task.failure.code === 'pin_not_set') {
    return <ChoosePinDialog onChosen={(pin) => (clear(), setForm({ ...form, pin }))} onClose={onClose} />
  }
  return (
    <Dialog
      title={t('tariffs.save.title')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="save-tariff" busy={task.is === 'busy'}>
            {t('tariffs.save.submit')}
          </Button>
        </>
      }
    >
      <SaveFields
        form={form}
        faults={isTried ? saveFaults(form) : []}
        coming={coming}
        onForm={(changed) => (clear(), setForm(changed))}
        onSubmit={() => void submit()}
      />
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <section className="tariffs__part">
        <h3>{t('tariffs.save.changes', { name: inForce.name })}</h3>
        <ChangeList before={inForce.plan} after={plan} />
        <p className="field__hint">{t('tariffs.save.forGood')}</p>
      </section>
    </Dialog>
  )
}
