import { toast } from 'react-toastify/unstyled'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useNotifications } from '../connection/live.ts'

/** Tells of tablets that come and go for good; a tablet that only blinks is seen in the list. */
export function useKioskNews() {
  const t = useT()
  useNotifications((notification) => {
    if (notification.type !== 'kiosk_changed') return
    const { change, name } = notification
    if (change === 'paired') toast.success(t('console.news.kioskPaired', { name }))
    if (change === 'unpaired') toast.info(t('console.news.kioskUnpaired', { name }))
  })
}
