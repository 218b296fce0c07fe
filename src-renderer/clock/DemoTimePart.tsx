import { useState } from 'react'
import { demoLeaps, type DemoLeap } from '../../src-shared/api/demo-schemas.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import { Part } from './Part.tsx'
import { formatSpan } from './spans.ts'

interface DemoTimeProps {
  readonly user: User
  /** How far the demo's time is ahead of true time, in ms. */
  readonly aheadMs: number
  readonly onChanged: () => void
}

/** Lets time pass at a demo site, so that one need not wait to see what becomes due. It goes ahead only. */
export function DemoTimePart({ user, aheadMs, onChanged }: DemoTimeProps) {
  const t = useT()
  const [leap, setLeap] = useState<DemoLeap | null>(null)
  const mayLeap = user.role !== 'attendant'
  return (
    <Part id="clock-demo" title={t('clock.demo.title')}>
      <p>{aheadMs === 0 ? t('clock.demo.true') : t('clock.demo.ahead', { span: formatSpan(aheadMs, t) })}</p>
      <div className="clock-demo__leaps" role="group" aria-labelledby="clock-demo">
        {demoLeaps.map((each) => (
          <Button
            key={each}
            data-command="clock.leap"
            aria-disabled={!mayLeap}
            aria-describedby="clock-demo-hint"
            onClick={() => mayLeap && setLeap(each)}
          >
            {t(`clock.demo.leap.${each}`)}
          </Button>
        ))}
      </div>
      <p className="field__hint" id="clock-demo-hint">
        {t(mayLeap ? 'clock.demo.hint' : 'clock.demo.whyNot')}
      </p>
      {leap !== null && <LeapDialog leap={leap} onLeapt={onChanged} onClose={() => setLeap(null)} />}
    </Part>
  )
}

interface LeapDialogProps {
  readonly leap: DemoLeap
  readonly onLeapt: () => void
  readonly onClose: () => void
}

function LeapDialog({ leap, onLeapt, onClose }: LeapDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const send = async () => {
    await api.call('POST /api/v1/demo/time', { body: { leap } })
    onLeapt()
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('clock.demo.ask')}
      confirm={t(`clock.demo.leap.${leap}`)}
      look="primary"
      task={task}
      onConfirm={() => void run(send)}
      onClose={onClose}
    >
      <p>{t('clock.demo.askText')}</p>
    </ConfirmDialog>
  )
}
