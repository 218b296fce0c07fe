import { useState } from 'react'
import * as v from 'valibot'
import { LineCheckQuery, type LineCheck } from '../../src-shared/api/audit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { TextField } from '../admin/form/TextField.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'

/** Holds a line of the trail against what a Z report on paper says of it. */
export function PaperCheck() {
  const t = useT()
  const { task, run } = useTask()
  const [seq, setSeq] = useState('')
  const [code, setCode] = useState('')
  const [isFaulty, setIsFaulty] = useState(false)
  const [answer, setAnswer] = useState<LineCheck | null>(null)
  const check = () => {
    const query = { seq: seq.trim(), code }
    const isRight = v.safeParse(LineCheckQuery, query).success
    setIsFaulty(!isRight)
    setAnswer(null)
    if (isRight) void run(async () => setAnswer(await api.call('GET /api/v1/audit/line', { query })))
  }
  return (
    <details className="paper-check">
      <summary>{t('audit.paper.title')}</summary>
      <p className="field__hint">{t('audit.paper.hint')}</p>
      <form
        className="form__row"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <TextField label={t('audit.paper.line')} value={seq} onValue={setSeq} inputMode="numeric" maxLength={15} />
        <TextField
          label={t('audit.paper.code')}
          value={code}
          onValue={setCode}
          maxLength={60}
          fault={isFaulty ? t('audit.paper.fault') : undefined}
        />
        <Button data-command="audit.paper" type="submit" busy={task.is === 'busy'}>
          {t('audit.paper.check')}
        </Button>
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      {answer !== null && <Answer answer={answer} />}
    </details>
  )
}

function Answer({ answer: { seq, result, at } }: { answer: LineCheck }) {
  const t = useT()
  const time = useSiteTime()
  const words = { seq: String(seq), at: at === null ? '' : time(at) }
  const isSame = result === 'same'
  return (
    <div className={isSame ? 'note note--ok' : 'note note--danger'} role={isSame ? 'status' : 'alert'}>
      <p>{t(`audit.paper.${result}`, words)}</p>
    </div>
  )
}
