import { useState } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useShiftResource } from '../shell/open-shift.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import './cash.css'
import { CloseShiftDialog } from './CloseShiftDialog.tsx'
import { MoveCashDialog, type MoveKind } from './MoveCashDialog.tsx'
import { OpenShiftForm } from './OpenShiftForm.tsx'
import { ShiftList } from './ShiftList.tsx'
import { ShiftPanel } from './ShiftPanel.tsx'
import { ZReportDialog } from './ZReportDialog.tsx'

type Open =
  | { readonly is: 'nothing' | 'close' }
  | { readonly is: 'move'; readonly kind: MoveKind }
  | { readonly is: 'report'; readonly shiftId: string }

/** The drawer: who answers for it, what went in and out by hand, and what the count came to in the end. */
export function CashScreen({ user }: { user: User }) {
  const t = useT()
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const close = () => setOpen({ is: 'nothing' })
  const { resource, refresh } = useShiftResource()
  const shift = 'value' in resource ? resource.value.shift : null
  return (
    <>
      <div className="screen__head">
        <h1>{t('cash.title')}</h1>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {(current) =>
          current.shift === null ? (
            <OpenShiftForm onOpened={() => void refresh()} />
          ) : (
            <ShiftPanel
              shift={current.shift}
              onMove={(kind) => setOpen({ is: 'move', kind })}
              onClose={() => setOpen({ is: 'close' })}
            />
          )
        }
      </ResourceView>
      {user.role !== 'attendant' && <ShiftList onReport={(shiftId) => setOpen({ is: 'report', shiftId })} />}
      {open.is === 'move' && shift !== null && (
        <MoveCashDialog shift={shift} kind={open.kind} onMoved={() => void refresh()} onClose={close} />
      )}
      {open.is === 'close' && shift !== null && (
        <CloseShiftDialog
          shift={shift}
          user={user}
          onClosed={() => {
            setOpen({ is: 'report', shiftId: shift.id })
            void refresh()
          }}
          onClose={close}
        />
      )}
      {open.is === 'report' && <ZReportDialog shiftId={open.shiftId} onClose={close} />}
    </>
  )
}
