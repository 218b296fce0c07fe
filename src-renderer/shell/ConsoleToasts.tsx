import { toast, ToastContainer } from 'react-toastify/unstyled'
import { useServerTimeStore, useTimeSyncNotices } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useEffect } from 'react'
import { hurryNotifications } from '../connection/live.ts'

const syncToast = 'time-sync'

/** Short messages that come and go; the entry without styles, whose CSS file the page's security policy allows. */
export function ConsoleToasts() {
  const t = useT()
  useHurryWhenTheServerIsBack()
  useTimeSyncNotices({
    onLost: () => {
      toast.dismiss(syncToast)
      toast.warning(t('time.lost'), { toastId: `${syncToast}-lost`, autoClose: false })
    },
    onRestored: () => {
      toast.dismiss(`${syncToast}-lost`)
      toast.success(t('time.restored'), { toastId: syncToast })
    },
  })
  return (
    <ToastContainer
      position="bottom-left"
      aria-label={t('console.notifications')}
      hideProgressBar
      pauseOnFocusLoss={false}
      role="status"
      icon={false}
      limit={4}
    />
  )
}

/** The time link tries often and notices silence; what it finds out saves the notifications link its own waiting. */
function useHurryWhenTheServerIsBack() {
  const store = useServerTimeStore()
  useEffect(
    () =>
      store.subscribe((state, previous) => {
        if (state.isConnected && !previous.isConnected) hurryNotifications()
      }),
    [store],
  )
}
