/** What a page is made of. */
const pageParts: ReadonlySet<string> = new Set(['mainFrame', 'script', 'stylesheet'])

interface Requested {
  readonly id: number
  readonly resourceType: string
}

type Listen = (listener: ((request: Requested) => void) | null) => void

/** The part of Electron's `webRequest` that is listened to. */
export interface PageRequests {
  readonly onSendHeaders: Listen
  readonly onCompleted: Listen
  readonly onErrorOccurred: Listen
}

/**
 * Waits until the page that opens next has all that it is made of: its scripts have come, and no other part is asked for. Then its
 * own process is busy with them, and needs this one for nothing.
 * @param longEnough resolves when it is waited for no longer
 */
export async function pageFetched(requests: PageRequests, longEnough: Promise<void>): Promise<void> {
  const underWay = new Set<number>()
  const fetched = new Promise<void>((resolve) => {
    const ended = ({ id, resourceType }: Requested) => {
      if (underWay.delete(id) && underWay.size === 0 && resourceType !== 'mainFrame') resolve()
    }
    requests.onSendHeaders(({ id, resourceType }) => {
      if (pageParts.has(resourceType)) underWay.add(id)
    })
    requests.onCompleted(ended)
    requests.onErrorOccurred(ended)
  })
  await Promise.race([fetched, longEnough])
  requests.onSendHeaders(null)
  requests.onCompleted(null)
  requests.onErrorOccurred(null)
}
