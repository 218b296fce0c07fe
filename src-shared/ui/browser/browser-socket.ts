import { reconnectWithinMs } from '../../protocol/close-codes.ts'
import type { OpenTimeSocket, WakeReason } from '../../time/time-link-parts.ts'

/** Opens sockets to a `ws:` or `wss:` address; what is not text is ignored. */
export function browserSocket(url: string): OpenTimeSocket {
  return (events) => {
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => events.opened())
    socket.addEventListener('close', ({ code, reason }) => events.closed(reconnectWithinMs(code, reason)))
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') events.received(event.data)
    })
    return {
      // Between the loss of a link and its `close` event there is nobody to send to.
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text)
      },
      close: () => socket.close(),
    }
  }
}

/** Listens for what wakes a page; gives what stops it. */
export function listenForWake(onWake: (reason: WakeReason) => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const visible = () => {
    if (document.visibilityState === 'visible') onWake('visible')
  }
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) onWake('pageshow')
  }
  document.addEventListener('visibilitychange', visible, { signal })
  document.addEventListener('resume', () => onWake('resume'), { signal })
  window.addEventListener('pageshow', shown, { signal })
  window.addEventListener('online', () => onWake('online'), { signal })
  return () => stop.abort()
}
