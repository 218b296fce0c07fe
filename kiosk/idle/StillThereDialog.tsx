import { useEffect, useRef } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useKioskState } from '../session/kiosk-context.ts'

/** Asks a silent customer whether they are still there, before everything of theirs is wiped. */
export function StillThereDialog({ onStay }: { readonly onStay: () => void }) {
  const seconds = useKioskState(({ presence }) => (presence.is === 'asked' ? presence.secondsLeft : undefined))
  return seconds === undefined ? null : <OpenDialog seconds={seconds} onStay={onStay} />
}

function OpenDialog({ seconds, onStay }: { readonly seconds: number; readonly onStay: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = dialog.current
    // The modal dialog makes the rest inert and takes the focus; closing gives it back.
    open?.showModal()
    return () => open?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="still-there"
      aria-labelledby="still-there-title"
      aria-describedby="still-there-body"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id="still-there-title" className="still-there__title">
        {t('kiosk.idle.title')}
      </h2>
      <p id="still-there-body" className="still-there__body tabular">
        {t('kiosk.idle.body', { seconds })}
      </p>
      <button type="button" className="button button--primary" onClick={onStay}>
        {t('kiosk.idle.stay')}
      </button>
    </dialog>
  )
}
