import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx'
import { blockLeaving } from '../../shell/hash-route.ts'

/** Keeps what is typed and not saved from being lost by a click on another screen, or by closing the window. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useT()
  const [wanted, setWanted] = useState<string | null>(null)
  const mayLeave = useRef(false)
  useEffect(() => {
    if (!dirty) return undefined
    mayLeave.current = false
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const unblock = blockLeaving((hash) => {
      if (mayLeave.current) return false
      setWanted(hash)
      return true
    })
    window.addEventListener('beforeunload', onUnload)
    return () => {
      unblock()
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [dirty])
  if (wanted === null) return null
  const leave = () => {
    mayLeave.current = true
    setWanted(null)
    location.hash = wanted
  }
  return (
    <ConfirmDialog
      title={t('admin.leave.title')}
      confirm={t('admin.leave.confirm')}
      task={{ is: 'idle' }}
      onConfirm={leave}
      onClose={() => setWanted(null)}
    >
      <p>{t('admin.leave.text')}</p>
    </ConfirmDialog>
  )
}
