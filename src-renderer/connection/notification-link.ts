import { closeCodes, reconnectWithinMs } from '../../src-shared/protocol/close-codes.ts'
import { Notification } from '../../src-shared/protocol/notifications.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { Backoff } from '../../src-shared/time/backoff.ts'
import type { Cancel, Random, TimeSource, Timers } from '../../src-shared/time/time-source.ts'

/** The part of a WebSocket that the link uses, so that a test needs no server. */
export interface NotificationSocket {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason?: string }) => void) | null
  close(): void
}

export interface NotificationLinkOptions {
  readonly connect: () => NotificationSocket
  readonly timers: Timers
  readonly random: Random
  readonly time: Pick<TimeSource, 'monotonicMs'>
  readonly onState: (open: boolean) => void
  readonly onNotification: (notification: Notification) => void
  /** The server closed the socket, or refused it: perhaps the session is over. */
  readonly onDoubt: () => void
}

export interface NotificationLink {
  start(): void
  stop(): void
  /** Tries at once instead of waiting: the server has just been seen again. */
  hurry(): void
}

/** Keeps one notifications socket open: retries with jittered backoff, and is calm again after a stable while. */
export function createNotificationLink(options: NotificationLinkOptions): NotificationLink {
  const backoff = new Backoff(options.random)
  let socket: NotificationSocket | undefined
  let wait: Cancel | undefined
  let openSince: number | undefined

  function open() {
    wait = undefined
    const opening = options.connect()
    socket = opening
    opening.onopen = () => {
      openSince = options.time.monotonicMs()
      options.onState(true)
    }
    opening.onmessage = ({ data }) => {
      const notification = typeof data === 'string' ? parseJson(Notification, data) : undefined
      if (notification !== undefined) options.onNotification(notification)
    }
    opening.onclose = ({ code, reason = '' }) => {
      if (socket === opening) lost(code, reconnectWithinMs(code, reason))
    }
  }

  function lost(code: number, withinMs: number | undefined) {
    const lastedMs = openSince === undefined ? 0 : options.time.monotonicMs() - openSince
    forget()
    options.onState(false)
    const waitMs = withinMs === undefined ? backoff.nextMs(lastedMs) : options.random() * withinMs
    wait = options.timers.after(waitMs, open)
    // A stopping server says so; any other end may mean that this session is.
    if (code !== closeCodes.goingAway.code && withinMs === undefined) options.onDoubt()
  }

  function forget() {
    socket = undefined
    openSince = undefined
  }

  return {
    start() {
      if (socket === undefined && wait === undefined) open()
    },
    stop() {
      wait?.()
      wait = undefined
      const closing = socket
      forget()
      closing?.close()
      backoff.reset()
    },
    hurry() {
      if (wait === undefined) return
      wait()
      backoff.reset()
      open()
    },
  }
}
