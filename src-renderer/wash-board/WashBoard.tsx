import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { OwnWindow } from '../shell/own-window.tsx'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { Board } from './Board.tsx'
import { DurationLine } from './DurationLine.tsx'
import { useBoardMoves } from './use-board-moves.ts'
import { WashWalkIn } from './WashWalkIn.tsx'

/** The day's washes, from the booking to the customer's hand. */
export function WashBoard() {
  const t = useT()
  const [said, setSaid] = useState('')
  const [isWalkIn, setIsWalkIn] = useState(false)
  const { resource, refresh } = useResource({
    key: 'wash board',
    load: () => api.call('GET /api/v1/wash-jobs'),
    refreshOn: ({ type }) => type === 'booking_changed' || type.startsWith('wash_'),
  })
  const moves = useBoardMoves(refresh, setSaid)
  const { last } = moves
  const undo = () => last !== null && void moves.move(last.job, { state: last.backTo })
  useShortcuts({ w: () => setIsWalkIn(true), z: undo })
  return (
    <>
      <div className="screen__head">
        <h1>{t('wash.title')}</h1>
        <div className="screen__tools">
          <OwnWindow screen="washes" />
          {last !== null && (
            <Button onClick={undo} aria-keyshortcuts="z">
              {t('wash.undo', { plate: last.job.plate, column: t(`wash.column.${last.backTo}`) })}
            </Button>
          )}
          <Button data-command="wash.walkIn" look="primary" onClick={() => setIsWalkIn(true)} aria-keyshortcuts="w">
            {t('wash.walkIn')}
          </Button>
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(board) => board.server_time}>
        {(board) => (
          <>
            <Board board={board} moves={moves} say={setSaid} />
            <footer className="wash-foot">
              <DurationLine durations={board.durations} />
              <p className="wash-foot__help">{t('wash.help')}</p>
            </footer>
          </>
        )}
      </ResourceView>
      {isWalkIn && <WashWalkIn onClose={() => setIsWalkIn(false)} onQueued={() => void refresh()} />}
    </>
  )
}
