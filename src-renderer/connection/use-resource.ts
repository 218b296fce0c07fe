import { useCallback, useEffect, useRef, useState } from 'react'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { failureOf, type Failure } from './failure.ts'
import { useLinkOpened, useNotifications } from './live.ts'
import { useResourceMemory, type ResourceMemory } from './resource-memory.tsx'

/** Something that the server knows, as this page has it. */
export type Resource<T> =
  | { readonly is: 'loading' }
  /** `waiting` while an answer is on its way and something older is shown. */
  | { readonly is: 'ready'; readonly value: T; readonly waiting: boolean }
  /** The last known value, after the server could not be asked again. */
  | { readonly is: 'stale'; readonly value: T; readonly failure: Failure }
  | { readonly is: 'failed'; readonly failure: Failure }

interface Options<T> {
  /** What is asked for; another key asks anew, and a key stands for one kind of value wherever it is used. */
  readonly key: string
  readonly load: () => Promise<T>
  /** Which notifications make the value old; by default none does. */
  readonly refreshOn?: (notification: Notification) => boolean
}

interface Held<T> {
  readonly key: string
  readonly resource: Resource<T>
}

/** Loads a value and keeps it current: by notifications, when the link is back, and each minute of the server's time. */
export function useResource<T>({ key, load, refreshOn }: Options<T>) {
  const memory = useResourceMemory()
  const [held, setHeld] = useState<Held<T>>(() => ({ key, resource: remembered(memory, key) ?? { is: 'loading' } }))
  const latest = useRef({ load, key })
  const turn = useRef(0)
  const again = useRef(false)
  const flight = useRef<Promise<void>>(undefined)

  useEffect(() => {
    latest.current = { load, key }
  })

  const ask = useCallback(async () => {
    const mine = ++turn.current
    const asked = latest.current.key
    const answer = await outcomeOf(latest.current.load)
    // A newer question has been asked meanwhile: its answer counts.
    if (mine !== turn.current) return
    if ('value' in answer) memory.set(asked, answer.value)
    setHeld({ key: asked, resource: settle(answer, remembered(memory, asked)) })
  }, [memory])

  /** Asks again; while an answer is on its way, once more after it however often this is called. Ends with the answer. */
  const refresh = useCallback((): Promise<void> => {
    again.current = true
    flight.current ??= askWhile(again, ask).finally(() => {
      flight.current = undefined
    })
    return flight.current
  }, [ask])

  useEffect(() => {
    latest.current.key = key
    void ask()
  }, [key, ask])

  useNotifications((notification) => {
    if (refreshOn?.(notification) === true) void refresh()
  })
  useLinkOpened(() => void refresh())
  useEachMinute(() => void refresh())

  const resource = held.key === key ? held.resource : (remembered<T>(memory, key) ?? waitingFor(held.resource))
  return { resource, refresh }
}

async function askWhile(again: { current: boolean }, ask: () => Promise<void>): Promise<void> {
  while (again.current) {
    again.current = false
    await ask()
  }
}

type Outcome<T> = { readonly value: T } | { readonly failure: Failure }

async function outcomeOf<T>(load: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await load() }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** A failure keeps the value that was known, marked as old. */
function settle<T>(outcome: Outcome<T>, known: Resource<T> | undefined): Resource<T> {
  if ('value' in outcome) return { is: 'ready', value: outcome.value, waiting: false }
  return known !== undefined && 'value' in known
    ? { is: 'stale', value: known.value, failure: outcome.failure }
    : { is: 'failed', failure: outcome.failure }
}

function remembered<T>(memory: ResourceMemory, key: string): Resource<T> | undefined {
  // What stands under a key is what was loaded under it, and a key stands for one kind of value.
  return memory.has(key) ? { is: 'ready', value: memory.get(key) as T, waiting: true } : undefined
}

function waitingFor<T>(resource: Resource<T>): Resource<T> {
  return 'value' in resource ? { is: 'ready', value: resource.value, waiting: true } : { is: 'loading' }
}

function useEachMinute(onMinute: () => void) {
  const minute = useServerTimeSelector((state) => state.timeData?.minute ?? null)
  const latest = useRef(onMinute)
  const seen = useRef(minute)
  useEffect(() => {
    latest.current = onMinute
  })
  useEffect(() => {
    if (minute === seen.current) return
    const first = seen.current === null
    seen.current = minute
    if (!first) latest.current()
  }, [minute])
}
