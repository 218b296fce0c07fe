import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { goTo } from '../shell/hash-route.ts'
import { useOpenShift } from '../shell/open-shift.tsx'
import { closeCounter } from './counter-task.ts'

/** Without an open shift nobody answers for the drawer. @param refused whether the server has said so just now */
export function NoShiftNote({ refused }: { refused: boolean }) {
  const t = useT()
  const shift = useOpenShift()
  if (!refused && shift !== null) return null
  return (
    <div className="note note--warning" role="alert">
      <p>{t('counter.noShift')}</p>
      <Button
        onClick={() => {
          closeCounter()
          goTo('cash')
        }}
      >
        {t('counter.openShift')}
      </Button>
    </div>
  )
}
