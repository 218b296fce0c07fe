import { useEffect, useRef } from 'react'
import { create } from 'zustand/react'

/** Where something that needs somebody is known from. */
export const sources = ['help', 'notices', 'store'] as const
export type Source = (typeof sources)[number]

/** What needs somebody now, each thing by a name of its own; a source that has not told yet is null. */
export type Attention = Readonly<Record<Source, readonly string[] | null>>

const nothing: Attention = { help: null, notices: null, store: null }

export const useAttention = create<Attention>(() => nothing)

/** How many things that is. */
export function countOf(attention: Attention): number {
  return sources.reduce((sum, source) => sum + (attention[source]?.length ?? 0), 0)
}

/** What a source tells for the first time was there already, and is not announced. */
export function hasNew(now: Attention, before: Attention): boolean {
  return sources.some((source) => {
    const known = before[source]
    return known !== null && (now[source] ?? []).some((thing) => !known.includes(thing))
  })
}

/** Tells what needs somebody from one source; null while it is not known. With the component it is unknown again. */
export function useTellAttention(source: Source, things: readonly string[] | null): void {
  // As text: a list that says the same is the same.
  const said = JSON.stringify(things)
  const latest = useRef(things)
  useEffect(() => {
    latest.current = things
  })
  useEffect(() => useAttention.setState({ [source]: latest.current }), [source, said])
  useEffect(() => () => useAttention.setState({ [source]: null }), [source])
}
