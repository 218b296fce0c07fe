import { useEffect, useId, useRef, type ReactNode } from 'react'

interface QuestionDialogProps {
  readonly title: string
  readonly body: string
  /** What Escape answers. */
  readonly onCancel: () => void
  /** The answers, as buttons. */
  readonly children: ReactNode
}

/** One question above everything else, which waits until it is answered. */
export function QuestionDialog({ title, body, onCancel, children }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const open = dialog.current
    // The modal dialog makes the rest inert and takes the focus; closing gives it back.
    open?.showModal()
    return () => open?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={`${id}-title`} className="question__title">
        {title}
      </h2>
      <p id={`${id}-body`} className="question__body tabular">
        {body}
      </p>
      {children}
    </dialog>
  )
}
