import { useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { hrefOf } from '../shell/hash-route.ts'
import { ReleaseNotes } from './ReleaseNotes.tsx'
import { useUpdates } from './use-updates.ts'

/** A line for whoever can update: a version is ready, or this is one. */
export function UpdateNotice({ bridge }: { bridge: DesktopBridge }) {
  const t = useT()
  const view = useUpdates(bridge)
  const [isReading, setIsReading] = useState(false)
  const news = view?.news ?? null
  const close = () => {
    setIsReading(false)
    void bridge.updates.read()
  }
  // Always in the page, so that a screen reader hears what comes to stand in it.
  return (
    <div role="status">
      {view?.state.is === 'ready' && (
        <p className="banner banner--quiet">
          {t('updates.banner', { version: view.state.version })}{' '}
          <a className="banner__link" href={hrefOf('settings')}>
            {t('updates.banner.look')}
          </a>
        </p>
      )}
      {news !== null && (
        <p className="banner banner--quiet">
          {t('updates.news', { version: news.version })}{' '}
          <Button look="quiet" onClick={() => setIsReading(true)}>
            {t('updates.notes')}
          </Button>
        </p>
      )}
      {news !== null && isReading && (
        <Dialog
          title={t('updates.notes.of', { version: news.version })}
          onClose={close}
          actions={
            <Button look="primary" onClick={close}>
              {t('console.done')}
            </Button>
          }
        >
          <ReleaseNotes notes={news.notes} heading="h3" />
        </Dialog>
      )}
    </div>
  )
}
