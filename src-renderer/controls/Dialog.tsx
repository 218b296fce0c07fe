import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useScrolls } from './scrolls.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at the foot; the primary one last, so that it stands bottom right. */
  readonly actions?: ReactNode
  readonly size?: 'narrow' | 'wide'
}

/** A native modal dialog: the browser keeps the focus in it and gives it back to where it came from. */
export function Dialog({ title, onClose, children, actions, size = 'narrow' }: DialogProps) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog, onClose)
  const body = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(body)
  return (
    <dialog ref={dialog} className={`dialog dialog--${size}`} aria-labelledby={titleId}>
      <div className="dialog__head">
        <h2 id={titleId} className="dialog__title">
          {title}
        </h2>
      </div>
      {/* Long words without a field among them are scrolled by keys, too. */}
      <div className="dialog__body" ref={body} {...(scrolls ? { tabIndex: 0 } : {})}>
        {children}
      </div>
      {actions !== undefined && <div className="dialog__actions">{actions}</div>}
      {/* Last, so that the dialog begins at its first field or button; it stands at the top all the same. */}
      <button type="button" className="dialog__close" aria-label={t('common.close')} onClick={onClose}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
    </dialog>
  )
}

/** Where work in a dialog begins; by itself a browser may take the part that scrolls. */
function firstStop(dialog: HTMLDialogElement): HTMLElement | null {
  const stops = ':is(input:not([type=hidden], [hidden]), select, button, a[href], [role=spinbutton]):not(:disabled)'
  const first = dialog.querySelector<HTMLElement>(`.dialog__body ${stops}, .dialog__actions ${stops}`)
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  return dialog.querySelector<HTMLElement>(`input[name="${first.name}"]:checked`) ?? first
}

/** Opens a `<dialog>` as long as its component is there, and tells when the person wants it gone. */
export function useModal(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void) {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    element.showModal()
    firstStop(element)?.focus()
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    // Browsers may close on a second Escape without asking; a late event of an earlier closing finds it open again.
    const onClosed = () => {
      if (!element.open) close.current()
    }
    element.addEventListener('cancel', onCancel)
    element.addEventListener('close', onClosed)
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.removeEventListener('close', onClosed)
      // Closing before it leaves the page is what gives the focus back.
      element.close()
    }
  }, [dialog])
}
