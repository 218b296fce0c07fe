import { useState, type ReactNode } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { Device } from '../../src-shared/api/site-schemas.ts'
import type { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { failureOf, wordsOf } from '../connection/failure.ts'
import { isBusy } from './kiosk-words.ts'
import { ReloadDialog } from './ReloadDialog.tsx'

type Asked = { readonly is: 'nothing' | 'all' } | { readonly is: 'one'; readonly device: Device }

interface Reload {
  readonly one: (device: Device) => void
  readonly all: (devices: readonly Device[]) => void
  /** The question whether a customer may go on, while it is asked. */
  readonly dialog: ReactNode
}

/** Has tablets open their pages anew: at once asked for where nobody is there, and with a question where somebody is. */
export function useReload(onAsked: () => void): Reload {
  const t = useT()
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })
  const [inUse, setInUse] = useState(0)
  const reloadOne = async ({ id, name }: Device, when: ReloadWhen) => {
    await api.call('POST /api/v1/devices/{id}/reload', { params: { id }, body: { when } })
    toast.success(t(`console.kiosks.asked.${when}`, { name }))
    onAsked()
  }
  const reloadAll = async (when: ReloadWhen) => {
    const { asked: count } = await api.call('POST /api/v1/devices/reload', { body: { when } })
    toast.success(t(`console.kiosks.askedAll.${when}`, { count }))
    onAsked()
  }
  const quietly = (work: Promise<void>) =>
    void work.catch((error: unknown) => toast.error(wordsOf(failureOf(error), t)))
  const close = () => setAsked({ is: 'nothing' })
  return {
    one: (device) => (isBusy(device) ? setAsked({ is: 'one', device }) : quietly(reloadOne(device, 'free'))),
    all: (devices) => {
      const busy = devices.filter(isBusy).length
      setInUse(busy)
      if (busy === 0) quietly(reloadAll('free'))
      else setAsked({ is: 'all' })
    },
    dialog:
      asked.is === 'one' ? (
        <ReloadDialog
          title={t('console.kiosks.askReload', { name: asked.device.name })}
          text={t('console.kiosks.inUse')}
          onReload={(when) => reloadOne(asked.device, when)}
          onClose={close}
        />
      ) : asked.is === 'all' ? (
        <ReloadDialog
          title={t('console.kiosks.askReloadAll')}
          text={t('console.kiosks.inUseAll', { count: inUse })}
          onReload={reloadAll}
          onClose={close}
        />
      ) : null,
  }
}
