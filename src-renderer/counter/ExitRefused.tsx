import { useT } from '../../src-shared/ui/translator.tsx'
import type { Task } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'

interface ExitRefusedProps {
  readonly task: Task
  readonly onAgain: () => void
  readonly onLeftAt: () => void
  readonly onLost: () => void
}

/** Why the price or the exit was refused. A clock that cannot be vouched for leaves the time to somebody's word. */
export function ExitRefused({ task, onAgain, onLeftAt, onLost }: ExitRefusedProps) {
  const t = useT()
  if (task.is !== 'failed') return null
  if (task.failure.code === 'clock_untrusted') {
    return (
      <div className="note note--danger" role="alert">
        <p>{t('counter.exit.untrusted')}</p>
        <Button onClick={onLost}>{t('counter.exit.lost')}</Button>
        <Button onClick={onLeftAt}>{t('counter.leftAt.title')}</Button>
      </div>
    )
  }
  return <FailureNote failure={task.failure} onRetry={onAgain} />
}
