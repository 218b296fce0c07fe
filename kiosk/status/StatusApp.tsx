import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import { readStatusLink, type StatusLink } from '../follow/follow-link.ts'
import { useVisiblePoll } from '../follow/use-visible-poll.ts'
import { failureOf } from '../session/kiosk-api.ts'
import { BookingPage } from './BookingPage.tsx'
import { GonePage } from './GonePage.tsx'
import type { PhoneApi } from './phone-api.ts'
import { ReceiptPage } from './ReceiptPage.tsx'
import { StatusBar } from './StatusBar.tsx'

/** The page that a link leads to. A link opened in the same tab leads to another. */
export function StatusApp({ api, speech }: { readonly api: PhoneApi; readonly speech: Speech }) {
  const fragment = useSyncExternalStore(onFragmentChange, () => location.hash)
  const site = useSiteOnceKnown(api)
  const link = readStatusLink(fragment) ?? { kind: 'unknown' }
  return (
    <div className="kiosk status">
      <StatusBar site={site} speech={speech} />
      <PageFor key={fragment} link={link} api={api} site={site} />
    </div>
  )
}

interface PageForProps {
  readonly link: StatusLink
  readonly api: PhoneApi
  readonly site: Site | undefined
}

function PageFor({ link, api, site }: PageForProps) {
  switch (link.kind) {
    case 'booking':
      return <BookingPage api={api} id={link.id} token={link.token} site={site} />
    case 'receipt':
      return <ReceiptPage api={api} code={link.code} site={site} />
    case 'unknown':
      return <GonePage />
  }
}

/** What everybody may know of the site: its zone and name, kept up to date, and kept while it cannot be reached. */
function useSiteOnceKnown(api: PhoneApi): Site | undefined {
  const [site, setSite] = useState<Site>()
  const look = useCallback(async () => {
    await api.call('GET /api/v1/site').then(setSite, failureOf)
  }, [api])
  useVisiblePoll(look)
  return site
}

function onFragmentChange(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
