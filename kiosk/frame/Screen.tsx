import { useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { Failure } from '../session/session.ts'
import { FailureNotice } from './FailureNotice.tsx'

interface ScreenProps {
  /** Names the screen in the style sheet. */
  readonly name: string
  readonly title: string
  /** A sentence under the title. */
  readonly lead?: string | undefined
  readonly above?: ReactNode
  readonly failure?: Failure | undefined
  readonly children?: ReactNode
  /** The next action, over the full width at the bottom. */
  readonly primary?: ReactNode
  /** Ways back and out. */
  readonly secondary?: ReactNode
}

/** Whoever opens a page begins at its top without being taken there, which would cost a slow tablet time before it can begin. */
let isFirstOfPage = true

/**
 * One screen: heading, one decision, and at the bottom the ways on and back. The heading of a screen that follows another
 * takes the focus.
 */
export function Screen({ name, title, lead, above, failure, children, primary, secondary }: ScreenProps) {
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const isFirst = isFirstOfPage
    isFirstOfPage = false
    if (isFirst) return
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  useEffect(() => {
    document.title = `${title} · ${t('kiosk.title')}`
  }, [title, t])
  return (
    <>
      <main className={`screen screen--${name}`}>
        <div className="screen__head">
          {above}
          <h1 ref={heading} tabIndex={-1} className="screen__title">
            {title}
          </h1>
          {lead !== undefined && <p className="screen__lead">{lead}</p>}
          {failure !== undefined && <FailureNotice failure={failure} />}
        </div>
        <div className="screen__body">{children}</div>
      </main>
      {(primary !== undefined || isThere(secondary)) && (
        <div className="actions">
          {isThere(secondary) && <div className="actions__secondary">{secondary}</div>}
          {primary}
        </div>
      )}
    </>
  )
}

function isThere(part: ReactNode): boolean {
  return part !== undefined && part !== false
}
