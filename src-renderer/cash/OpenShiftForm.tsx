import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { useSite } from '../shell/site.tsx'
import { CountFields } from './CountFields.tsx'
import { useCount } from './use-count.ts'

/** Begins a shift with what lies in the drawer for change. */
export function OpenShiftForm({ onOpened }: { onOpened: () => void }) {
  const t = useT()
  const { currency } = useSite()
  const { task, run } = useTask()
  const keyOf = useIdempotencyKey()
  const count = useCount(currency)
  const [isTried, setIsTried] = useState(false)
  const submit = async () => {
    setIsTried(true)
    if (count.minor === undefined) return
    const body = { float_minor: count.minor }
    await run(async () => {
      await api.call('POST /api/v1/shifts', { headers: keyOf(body), body })
      onOpened()
    })
  }
  return (
    <section className="cash-panel" aria-labelledby="cash-open">
      <h2 id="cash-open">{t('cash.none')}</h2>
      <p className="lead">{t('cash.noneLead')}</p>
      <form
        className="form cash-open"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <CountFields
          label={t('cash.float')}
          hint={t('cash.floatHint')}
          count={count}
          currency={currency}
          isTried={isTried}
        />
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
        <div className="form__actions">
          <Button data-command="cash.open" look="primary" type="submit" busy={task.is === 'busy'}>
            {t('cash.open')}
          </Button>
        </div>
      </form>
    </section>
  )
}
