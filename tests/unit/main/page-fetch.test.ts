import { expect, it } from 'vitest'
import { pageFetched, type PageRequests } from '../../../src-main/window/page-fetch.ts'

type Listener = Parameters<PageRequests['onCompleted']>[0]

/** A page's requests, made by hand. */
function handMade() {
  const listeners: { sent: Listener; completed: Listener; failed: Listener } = {
    sent: null,
    completed: null,
    failed: null,
  }
  const requests: PageRequests = {
    onSendHeaders: (listener) => (listeners.sent = listener),
    onCompleted: (listener) => (listeners.completed = listener),
    onErrorOccurred: (listener) => (listeners.failed = listener),
  }
  return { listeners, requests }
}

const never = new Promise<void>(() => undefined)
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('waits for the last of the scripts and styles that a page asks for, whether it comes or fails', async () => {
  const { listeners, requests } = handMade()
  let isFetched = false
  void pageFetched(requests, never).then(() => (isFetched = true))
  listeners.sent?.({ id: 1, resourceType: 'mainFrame' })
  listeners.completed?.({ id: 1, resourceType: 'mainFrame' })
  await settled()
  expect(isFetched).toBe(false)
  listeners.sent?.({ id: 2, resourceType: 'script' })
  listeners.sent?.({ id: 3, resourceType: 'stylesheet' })
  listeners.completed?.({ id: 2, resourceType: 'script' })
  listeners.completed?.({ id: 9, resourceType: 'image' })
  await settled()
  expect(isFetched).toBe(false)
  listeners.failed?.({ id: 3, resourceType: 'stylesheet' })
  await settled()
  expect(isFetched).toBe(true)
  expect(Object.values(listeners)).toEqual([null, null, null])
})

it('does not wait for ever for a page that never comes', async () => {
  const { listeners, requests } = handMade()
  await pageFetched(requests, Promise.resolve())
  expect(Object.values(listeners)).toEqual([null, null, null])
})
