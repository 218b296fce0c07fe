import { useRef } from 'react'
import { browserRandom } from '../../src-shared/ui/browser/browser-time.ts'

/**
 * Keys by which the server knows a request that is sent again after a lost answer: the same contents keep their key, other
 * contents get a new one.
 */
export function useIdempotencyKey(): (contents: unknown) => { 'idempotency-key': string } {
  const sent = useRef<{ what: string; key: string }>(undefined)
  return (contents) => {
    const what = JSON.stringify(contents)
    if (sent.current?.what !== what) sent.current = { what, key: newKey() }
    return { 'idempotency-key': sent.current.key }
  }
}

/** Some hundred bits: not a secret, but not met twice. */
function newKey(): string {
  const part = () => browserRandom().toString(36).slice(2)
  return `console-${part()}${part()}`
}
