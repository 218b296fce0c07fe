import { useId, useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import type { InstallAnswer } from '../../src-shared/desktop/updates.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import { useOpenShift } from '../shell/open-shift.tsx'
import { ReleaseNotes } from './ReleaseNotes.tsx'

interface ReadyVersionProps {
  readonly bridge: DesktopBridge
  readonly version: string
  readonly notes: string
}

/** A version that was fetched and checked, and waits for a good moment. */
export function ReadyVersion({ bridge, version, notes }: ReadyVersionProps) {
  const t = useT()
  const why = useId()
  const shift = useOpenShift()
  const [isAsking, setIsAsking] = useState(false)
  const [answer, setAnswer] = useState<InstallAnswer | null>(null)
  const { task, run } = useTask()
  const install = () =>
    run(async () => {
      setAnswer(await bridge.updates.install())
      setIsAsking(false)
    })
  return (
    <>
      <p className="note note--ok" role="status">
        {t('updates.ready', { version })}
      </p>
      <h3>{t('updates.notes')}</h3>
      <ReleaseNotes notes={notes} heading="h4" />
      <p className="field__hint" id={why}>
        {shift === null ? t('updates.readyHint') : shift === undefined ? t('updates.held.unknown') : t('updates.held')}
      </p>
      <div>
        <Button
          look="primary"
          aria-disabled={shift !== null || answer === 'restarting'}
          aria-describedby={why}
          onClick={() => setIsAsking(true)}
        >
          {t('updates.install')}
        </Button>
      </div>
      {answer !== null && (
        <p className="note" role="status">
          {answer === 'restarting' ? t('updates.restarting') : t(`updates.answer.${answer}`)}
        </p>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('updates.ask', { version })}
          confirm={t('updates.install')}
          look="primary"
          task={task}
          onConfirm={() => void install()}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('updates.askText')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
