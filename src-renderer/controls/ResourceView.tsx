import type { ReactNode } from 'react'
import type { Resource } from '../connection/use-resource.ts'
import { FailureNote } from './FailureNote.tsx'
import { StaleNote } from './StaleNote.tsx'
import { Waiting } from './Waiting.tsx'

interface ResourceViewProps<T> {
  readonly resource: Resource<T>
  readonly onRetry: () => void
  /** When the value was read, by the server's time. */
  readonly asOf?: (value: T) => string
  readonly children: (value: T) => ReactNode
}

/** What the server knows, with progress while it is awaited and a mark when it is only the last known. */
export function ResourceView<T>({ resource, onRetry, asOf, children }: ResourceViewProps<T>) {
  switch (resource.is) {
    case 'loading':
      return <Waiting />
    case 'failed':
      return <FailureNote failure={resource.failure} onRetry={onRetry} />
    case 'stale':
      return (
        <>
          {resource.failure.code === 'unreachable' ? (
            <StaleNote {...(asOf === undefined ? {} : { asOf: asOf(resource.value) })} />
          ) : (
            <FailureNote failure={resource.failure} onRetry={onRetry} />
          )}
          {children(resource.value)}
        </>
      )
    case 'ready':
      return (
        <div className="resource" aria-busy={resource.waiting}>
          {children(resource.value)}
        </div>
      )
  }
}
