import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx'

/** Keeps what is typed and not saved from being lost by a click on another screen, or by closing the window. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useT()
  const [wanted, setWanted] = useState<string | null>(null)
  const mayLeave = useRef(false)
  useEffect(() => {
    if (!dirty) return undefined
    mayLeave.current = false
    const here = location.hash
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onHash = (event: Event) => {
      if (mayLeave.current || location.hash === here) return
      // Before anybody else hears of it: the address goes back, and the screen stays.
      event.stopImmediatePropagation()
      setWanted(location.hash)
      history.replaceState(null, '', here)
    }
    window.addEventListener('beforeunload', onUnload)
    window.addEventListener('hashchange', onHash, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      window.removeEventListener('hashchange', onHash, { capture: true })
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
